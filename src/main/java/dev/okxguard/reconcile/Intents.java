package dev.okxguard.reconcile;

import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Record;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What our journal says we sent, as far back as what is counted next may reach. Follows the
/// journal as it grows.
final class Intents {
  /// A fill may show late, of an order recorded shortly before the account was seen.
  private static final long BEFORE = 1_000;

  private final Path journal;
  private final long books;
  private final Gathered gathered = new Gathered();
  private final Placed placed;
  private final Set<String> filled = new HashSet<>();
  private long next;
  private boolean begun;

  private Intents(Path journal, long books, long seen) {
    this.journal = journal;
    this.books = books;
    this.placed = new Placed(seen);
    this.next = Math.max(1, seen - BEFORE);
  }

  /// @param books counted on; what was placed before the account was last seen is in them
  /// @param seq number of their record, 0 where they are on none
  static Intents since(Path journal, Books books, long seq) {
    return new Intents(journal, seq, books.seen());
  }

  /// Everything by now.
  ///
  /// @throws dev.okxguard.model.Fault FINDINGS when the journal is broken, CONFIG when it cannot be
  ///   read
  Ours now() {
    next = JournalReader.since(journal, next, this::wanted, this::take) + 1;
    begun = true;
    return gathered.ours();
  }

  /// Fills up to the books are in them, and this run itself knows what it wrote.
  private boolean wanted(String type, long seq) {
    return switch (type) {
      case "intent", "outcome", "note" -> true;
      case "fills" -> !begun && seq > books;
      default -> false;
    };
  }

  /// Bill ids of fills that were on record already, but not in the books: a crash may have come
  /// between them.
  Set<String> filled() {
    return Collections.unmodifiableSet(filled);
  }

  /// Orders that should wait by now, of those placed since the account was last seen.
  List<Working> placed() {
    return placed.waiting();
  }

  private void take(Record record) {
    record
        .intent()
        .ifPresent(
            intent -> {
              gathered.take(intent);
              placed.take(intent, record.seq());
            });
    if (record.type().equals("outcome")) {
      JsonNode said = record.data();
      String intentId = said.path("intentId").asString("");
      String outcome = said.path("outcome").asString("");
      String ordId = said.path("ordId").asString("");
      gathered.settled(intentId, outcome, ordId);
      placed.settled(intentId, outcome, ordId, said.path("state").asString(""));
    }
    if (record.type().equals("note")
        && record.data().path("topic").asString("").equals(Adoption.TOPIC)) {
      gathered.adopted();
    }
    if (record.type().equals("fills")) {
      record
          .data()
          .path("fills")
          .values()
          .forEach(fill -> filled.add(fill.path("billId").asString("")));
    }
  }
}
