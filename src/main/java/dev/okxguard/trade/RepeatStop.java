package dev.okxguard.trade;

/// Somebody who repeats an entry beyond the limit is out of order: the next thing to happen is that
/// a person looks.
final class RepeatStop {
  private static final String RULE = "repeat_limit";

  private RepeatStop() {}

  /// Halts trading when the attempt was one too many.
  ///
  /// @return the outcome as it was
  static Outcome after(Account account, Outcome outcome) {
    if (outcome instanceof Outcome.Denied denied) {
      denied.denials().stream()
          .filter(denial -> denial.rule().equals(RULE))
          .findFirst()
          .ifPresent(denial -> account.halt(RULE + ": " + denial.message()));
    }
    return outcome;
  }
}
