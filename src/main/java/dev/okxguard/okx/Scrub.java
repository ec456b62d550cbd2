package dev.okxguard.okx;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Secret;
import java.util.List;
import java.util.regex.Pattern;

/// Makes text that came over the network fit to show: without our secrets, should a server echo
/// them, without control characters, and of bounded length.
final class Scrub {
  /// For calls that carried no secret.
  static final Scrub NOTHING = new Scrub(List.of());

  /// OKX's shortest secret has eight characters; replacing one or two would only garble the text.
  private static final int SHORTEST = 6;

  private static final int MAX_LENGTH = 300;

  /// What steers a terminal in any of its ways: sequences, line breaks, the direction of text.
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private final List<Secret> secrets;

  private Scrub(List<Secret> secrets) {
    this.secrets = secrets;
  }

  /// For calls signed with these credentials.
  static Scrub of(Credentials credentials) {
    return new Scrub(
        List.of(credentials.apiKey(), credentials.secretKey(), credentials.passphrase()));
  }

  /// The text, fit to show.
  String text(String raw) {
    String clean = raw;
    for (Secret secret : secrets) {
      if (secret.reveal().length() >= SHORTEST) {
        clean = clean.replace(secret.reveal(), "****");
      }
    }
    clean = CONTROL.matcher(clean).replaceAll(" ").strip();
    return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH) + "…";
  }
}
