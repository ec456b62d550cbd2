package dev.okxguard.reconcile;

import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.Record;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What our journal says we sent, as far back as what is counted next may reach. Follows the
/// journal as it grows.
final class Intents {
  /// A fill may show late, of an order recorded shortly before the books.
  private static final long BEFORE = 1_000;

  /// Books written that much later than what they count: counting was not done with yet, so that
  /// orders older than the books' record still matter.
  private static final Duration BEHIND = Duration.ofMinutes(30);

  private final Path journal;
  private final Gathered gathered = new Gathered();
  private final Set<String> filled = new HashSet<>();
  private long next;

  private Intents(Path journal, long from) {
    this.journal = journal;
    this.next = from;
  }

  /// @param books the last on record, empty when there are none
  static Intents since(Path journal, Optional<Latest.Said> books, Books counted) {
    boolean all = books.filter(said -> !said.time().minus(BEHIND).isAfter(counted.at())).isEmpty();
    return new Intents(journal, all ? 1 : Math.max(1, books.orElseThrow().seq() - BEFORE));
  }

  /// Everything by now.
  ///
  /// @throws dev.okxguard.model.Fault FINDINGS when the journal is broken, CONFIG when it cannot be
  ///   read
  Ours now() {
    JournalReader.since(journal, next, this::take);
    return gathered.ours();
  }

  /// Bill ids of fills that are on record already: a crash may have come between them and the
  /// books.
  Set<String> filled() {
    return Collections.unmodifiableSet(filled);
  }

  private void take(Record record) {
    next = record.seq() + 1;
    record.intent().ifPresent(gathered::take);
    if (record.type().equals("fills")) {
      record
          .data()
          .path("fills")
          .values()
          .forEach(fill -> filled.add(fill.path("billId").asString("")));
    }
  }
}
