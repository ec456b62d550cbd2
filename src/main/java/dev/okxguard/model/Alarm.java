package dev.okxguard.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Something a person should hear of at once. Tells what was done already; it never stands in for
/// doing it.
///
/// @param reason in words, without secrets
/// @param anchor the end of the account's journal at that moment, where it is known
public record Alarm(
    Kind kind, Scope scope, String reason, Subject subject, Optional<Anchor> anchor, Instant time) {

  /// What happened.
  public enum Kind {
    HALT,
    DENIED,
    UNKNOWN,
    DRIFT,
    AUTH,
    LARGE_FILL,
    /// Only tries the way; always sent.
    TEST;

    /// The lower-case word used in policy files and payloads, for example `large_fill`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that word that a policy may choose, or empty when there is none.
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind != TEST && kind.word().equals(word))
          .findFirst();
    }
  }

  /// Whom it is about.
  ///
  /// @param env empty for every account of a state directory
  /// @param profile "" where it is not known
  /// @param uid "" where it is not known
  public record Scope(Optional<Environment> env, String profile, String uid) {
    /// Every account of a state directory.
    public static Scope everything() {
      return new Scope(Optional.empty(), "", "");
    }
  }

  /// What it is about, each "" where there is none.
  public record Subject(String instId, String intentId, String clOrdId) {
    /// Nothing in particular.
    public static Subject none() {
      return new Subject("", "", "");
    }
  }

  /// The end of a journal. Kept outside, it proves later what the journal said.
  ///
  /// @param head SHA-256 of the last record in hex
  public record Anchor(long seq, String head) {}

  /// The same, told by a command under that profile.
  public Alarm by(String profile) {
    return new Alarm(kind, new Scope(scope.env, profile, scope.uid), reason, subject, anchor, time);
  }
}
