package dev.okxguard.reconcile;

import dev.okxguard.journal.OpenIntent;
import dev.okxguard.model.Fault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a run came to.
///
/// @param differences only what every look showed
/// @param openIntents writes of ours whose fate is still not known
/// @param firstRun what this run took as found, when it was the first; told once
/// @param explained what moved the account rightly without an order of ours: funding, transfers,
///   deliveries, one line each kind
/// @param checked how many of each thing were held side by side
/// @param instruments held or ordered
/// @param asOf of the last complete look, by the exchange's clock; empty when there was none
/// @param problems why it is incomplete or unstable, one line each
/// @param halted why trading is halted now, when this run did that
/// @param unrecorded why the journal does not hold this outcome, when it should
public record Report(
    Outcome outcome,
    Mode mode,
    String uid,
    List<Difference> differences,
    List<OpenIntent> openIntents,
    Optional<String> firstRun,
    List<String> explained,
    Map<String, Integer> checked,
    Set<String> instruments,
    Optional<Instant> asOf,
    List<String> problems,
    Optional<String> halted,
    Optional<Fault> unrecorded) {
  public Report {
    differences = List.copyOf(differences);
    openIntents = List.copyOf(openIntents);
    explained = List.copyOf(explained);
    checked = new LinkedHashMap<>(checked);
    problems = List.copyOf(problems);
  }

  /// The verdict.
  public enum Outcome {
    /// Nothing worse than [Severity#INFO].
    CLEAN,
    /// Something is worse than that.
    DRIFT,
    /// A read failed or time was up: nobody knows.
    INCOMPLETE,
    /// The account did not stand still long enough to be compared.
    UNSTABLE;

    /// As documents have it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What the account is held against.
  public enum Mode {
    /// The books in the journal.
    JOURNAL,
    /// What the caller says it should be.
    DECLARED;

    /// As documents have it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
