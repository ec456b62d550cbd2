package dev.okxguard.reconcile;

import dev.okxguard.journal.JournalPlace;
import dev.okxguard.journal.Latest;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.List;

/// What a run begins with.
final class Opening {
  private Opening() {}

  /// The account of the key.
  ///
  /// @throws Unread when the exchange does not name it
  static Site site(Source source, Deadline deadline) {
    try (Reads reads = new Reads(deadline)) {
      var config = reads.start("account config", source.exchange()::config);
      var clock = reads.start("the exchange's clock", source.exchange()::serverTime);
      reads.all(List.of(config, clock));
      String uid = reads.value(config).uid();
      source.account().accept(uid);
      return new Site(source, uid);
    }
  }

  /// The books on record, to be counted on.
  ///
  /// @throws Fault FINDINGS when the journal is broken; CONFIG when it cannot be read, or was moved
  ///   so that it does not tell all
  static Count count(Site site, Deadline deadline) {
    Source source = site.source();
    new JournalPlace(source.state(), source.environment(), site.uid())
        .moved(false)
        .ifPresent(
            why -> {
              throw new Fault(ExitCode.CONFIG, why, "");
            });
    try (AccountJournal journal = AccountJournal.enter(site, deadline)) {
      Latest latest = journal.required().latest();
      return Count.of(site, latest, source.exchange().serverTime());
    }
  }
}
