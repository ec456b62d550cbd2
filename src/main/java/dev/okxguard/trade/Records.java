package dev.okxguard.trade;

import dev.okxguard.journal.Beside;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Journal;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where what one command does gets on record: in the account's journal or, where that cannot be
/// had, which stops no exit, beside it. The next command that has the journal takes that over.
final class Records implements AutoCloseable {
  private final Desk desk;
  private final String uid;
  private final Optional<Journal> journal;
  private Optional<Beside> beside = Optional.empty();

  /// @param uid "" when nobody can tell
  Records(Desk desk, String uid, Optional<Journal> journal) {
    this.desk = desk;
    this.uid = uid;
    this.journal = journal;
  }

  /// Writes the events and forces them to disk.
  ///
  /// @throws Fault CONFIG when they cannot be written
  void add(List<? extends Event> events) {
    journal.ifPresentOrElse(open -> open.appendAll(events), () -> addBeside(events));
  }

  private void addBeside(List<? extends Event> events) {
    if (beside.isEmpty()) {
      beside = Optional.of(open());
    }
    events.forEach(beside.get()::append);
  }

  private Beside open() {
    if (uid.isEmpty()) {
      throw new Fault(ExitCode.CONFIG, "the account is not known", "");
    }
    return Beside.open(path(), desk.time());
  }

  private Path path() {
    return desk.journal(uid);
  }

  /// Whoever held the account may be done by now.
  @Override
  public void close() {
    journal.ifPresent(Journal::close);
    if (beside.isPresent()) {
      beside.get().close();
      Beside.handOver(desk.state().lock(desk.environment(), uid), path(), desk.time());
    }
  }
}
