package dev.okxguard.config;

import dev.okxguard.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Spots secrets that probably do not say what their owner meant.
final class Quoting {
  /// A value in double quotes that holds a backslash.
  private static final Pattern ESCAPED =
      Pattern.compile("\\A[^=\\n]*=[ \\t]*(\"\"\"[\\s\\S]*?\\\\|\"(?!\")[^\"\\\\\\n]*\\\\)");

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)<.*>|\\$?\\{.*}|your[-_ ].*|.*[-_ ]here|[x*.]{3,}|change[-_ ]?me|placeholder|todo");

  private Quoting() {}

  /// Complaints about how the section's secrets are quoted.
  static List<String> warnings(Section section) {
    List<String> found = new ArrayList<>();
    for (Part part : Part.values()) {
      section
          .item(part.key())
          .filter(Quoting::escaped)
          .map(
              item ->
                  item.place()
                      + " is in double quotes and holds a backslash, which TOML takes as an escape;"
                      + " single quotes take it as it is")
          .ifPresent(found::add);
    }
    return found;
  }

  /// Whether it looks like a template's stand-in for a secret.
  static boolean placeholder(Secret secret) {
    return secret.matches(PLACEHOLDER);
  }

  private static boolean escaped(Item item) {
    String source = item.document().from(item);
    return ESCAPED.matcher(source).lookingAt() && item.value() instanceof String;
  }
}
