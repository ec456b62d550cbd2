package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the account is held against.
sealed interface Yardstick permits InBooks, AsDeclared {

  Report.Mode mode();

  /// From when on a look has to tell what happened.
  Instant since();

  /// Holds the account against it, as that look shows it.
  ///
  /// @param journal whose lock the look was taken under
  Compared compare(StableRead.Look look, AccountJournal journal);

  /// What is known to differ although the account does not stand still; empty when nothing is.
  Optional<Compared> moving(AccountJournal journal);

  /// What is taken as found, when nobody counted before.
  Optional<String> firstRun();

  /// What moved the account rightly without an order of ours, as far as it was counted.
  List<String> explained();

  /// Puts a look's outcome on record.
  @FunctionalInterface
  interface Recorder {
    /// @param verdict the events that tell the outcome
    /// @return why it is not on record, empty when it is
    Optional<Fault> record(List<Event> verdict);
  }

  /// How many of each thing the account has.
  static Map<String, Integer> checked(Actual actual) {
    Map<String, Integer> checked = new LinkedHashMap<>();
    checked.put("positions", actual.positions().size());
    checked.put("balances", actual.balance().currencies().size());
    checked.put("orders", actual.orders().size());
    checked.put("algos", actual.algos().size());
    return checked;
  }

  /// What is held or ordered.
  static Set<String> instruments(Actual actual) {
    return Stream.concat(
            actual.positions().stream().map(Position::instId),
            actual.orders().stream().map(Order::instId))
        .collect(Collectors.toSet());
  }
}
