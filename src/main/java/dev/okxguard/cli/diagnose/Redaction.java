package dev.okxguard.cli.diagnose;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Takes out of a text what is nobody else's business: who the account is, and where home is.
/// Secrets never get into a finding in the first place.
///
/// @param uid the full one
record Redaction(Optional<Path> home, Optional<String> uid) {
  private static final int SHOWN = 4;

  String text(String raw) {
    String anonymous = uid.map(full -> raw.replace(full, shortened(full))).orElse(raw);
    return home.map(Path::toString)
        .filter(path -> path.length() > 1)
        .map(path -> anonymous.replaceAll(Pattern.quote(path) + "(?![A-Za-z0-9._-])", "~"))
        .orElse(anonymous);
  }

  /// The end of a uid, enough to tell two accounts of one's own apart.
  static String shortened(String uid) {
    return "…" + uid.substring(Math.max(uid.length() - SHOWN, uid.length() / 2));
  }
}
