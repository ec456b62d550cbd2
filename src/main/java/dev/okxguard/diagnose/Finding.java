package dev.okxguard.diagnose;

import java.util.Locale;
import java.util.Optional;

/// What a check found.
///
/// @param text in words, without secrets and without a uid
/// @param hint a command or a precise setting that mends it, "" when there is nothing to mend
/// @param waitsFor the check that tells why nothing could be found
public record Finding(Level level, String text, String hint, Optional<CheckId> waitsFor) {

  /// How bad it is.
  public enum Level {
    OK,
    WARN,
    FAIL,
    /// Does not apply here.
    SKIP,
    /// Nobody could tell; a document says `skip`.
    UNKNOWN;

    /// The word in documents.
    public String word() {
      return this == UNKNOWN ? SKIP.word() : name().toLowerCase(Locale.ROOT);
    }
  }

  private static Finding of(Level level, String text, String hint) {
    return new Finding(level, text, hint, Optional.empty());
  }

  static Finding ok(String text) {
    return of(Level.OK, text, "");
  }

  static Finding warn(String text, String hint) {
    return of(Level.WARN, text, hint);
  }

  static Finding fail(String text, String hint) {
    return of(Level.FAIL, text, hint);
  }

  static Finding skip(String text) {
    return of(Level.SKIP, text, "");
  }

  static Finding unknown(String text, String hint) {
    return of(Level.UNKNOWN, text, hint);
  }

  static Finding waiting(CheckId teller) {
    String text = "cannot tell before " + teller.word() + " is well";
    return new Finding(Level.UNKNOWN, text, "", Optional.of(teller));
  }

  /// The same where only what is sound will do.
  Finding strict() {
    return switch (level) {
      case OK, FAIL, SKIP -> this;
      case WARN, UNKNOWN -> new Finding(Level.FAIL, text, hint, waitsFor);
    };
  }
}
