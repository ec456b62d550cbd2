package dev.okxguard.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a forger who knows the format would do: change a line and make its hash right again.
final class Forgery {
  private static final Pattern HASH = Pattern.compile(",\"hash\":\"([0-9a-f]{64})\"(?=,\"prev\")");

  private Forgery() {}

  static String withFormat(String line, int format) {
    return resealed(line.replace("\"v\":1}", "\"v\":" + format + "}"));
  }

  /// The line (with its line feed) with the hash its content now has.
  static String resealed(String line) {
    Matcher matcher = HASH.matcher(line.strip());
    String bare = matcher.replaceFirst("");
    matcher.reset();
    return matcher.replaceFirst(",\"hash\":\"" + Sha256.hex(bare) + "\"") + "\n";
  }

  static String hash(String line) {
    Matcher matcher = HASH.matcher(line);
    if (!matcher.find()) {
      throw new IllegalArgumentException(line);
    }
    return matcher.group(1);
  }

  static String following(String line, String prev) {
    return resealed(line.replaceFirst("\"prev\":\"[0-9a-f]{64}\"", "\"prev\":\"" + prev + "\""));
  }
}
