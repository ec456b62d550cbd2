package dev.okxguard.reconcile;

import dev.okxguard.journal.Ledger;
import dev.okxguard.journal.OpenIntent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The account held against what the caller says it should hold.
///
/// @param since shortly before the run began
record AsDeclared(Site site, Declared declared, Instant since) implements Yardstick {

  @Override
  public Report.Mode mode() {
    return Report.Mode.DECLARED;
  }

  @Override
  public Optional<Compared> moving(AccountJournal journal) {
    return Optional.empty();
  }

  @Override
  public Optional<String> firstRun() {
    return Optional.empty();
  }

  @Override
  public List<String> explained() {
    return List.of();
  }

  @Override
  public Compared compare(StableRead.Look look, AccountJournal journal) {
    Actual actual = look.actual();
    Optional<Ledger> ledger = journal.ledger();
    List<OpenIntent> open = ledger.map(Ledger::openIntents).orElse(List.of());
    Demands demands =
        new Demands(
            site.source().policy(),
            open,
            ledger.flatMap(it -> it.latest().pinned()),
            Ours.NOTHING,
            Map.of(),
            Map.of());
    return new Compared(
        Declared.compare(declared, actual, demands),
        open,
        Yardstick.checked(actual),
        Yardstick.instruments(actual),
        actual.at(),
        journal::record);
  }
}
