package dev.okxguard.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Events of which the last one stays in force until the next of its type: the newest of each, with
/// the time it was written.
public final class Latest {
  private final Archive archive;
  private final Map<String, Said> said = new TreeMap<>();
  private Optional<InForce.BooksAt> books = Optional.empty();

  Latest(Archive archive) {
    this.archive = archive;
  }

  /// @param time when it was written, by the local clock
  /// @param seq number of its record; later ones are higher
  public record Said(Instant time, long seq, Event event) {}

  /// The last halt and, when it came later, nothing: a resumption ends it.
  public Optional<Said> halted() {
    return unlessResumed("halted");
  }

  /// The last time trading was narrowed to exits; empty when a person resumed since.
  public Optional<Said> reducing() {
    return unlessResumed("reducing");
  }

  /// The last time a person let trading go on.
  public Optional<Said> resumed() {
    return get("resumed");
  }

  /// The breaker that tripped last.
  public Optional<Event.Tripped> tripped() {
    return get("tripped").map(it -> (Event.Tripped) it.event());
  }

  /// Whether a breaker tripped and nobody resumed since.
  public boolean trippedSinceResumed() {
    return get("tripped")
        .filter(trip -> resumed().stream().noneMatch(it -> it.seq > trip.seq))
        .isPresent();
  }

  /// What losses are measured against; empty when they are to be measured anew, since nothing was
  /// measured yet or a person resumed.
  public Optional<Event.Marks> marks() {
    return unlessResumed("marks").map(it -> (Event.Marks) it.event());
  }

  /// What the breakers counted so far; empty when they are to count anew, as above.
  public Optional<Event.Tally> tally() {
    return unlessResumed("tally").map(it -> (Event.Tally) it.event());
  }

  /// The stage a person granted last.
  public Optional<Event.Promoted> promoted() {
    return get("promoted").map(it -> (Event.Promoted) it.event());
  }

  /// The modes that the account is meant to have; empty when they are to be pinned anew.
  public Optional<Event.Pinned> pinned() {
    return unlessResumed("pinned").map(it -> (Event.Pinned) it.event());
  }

  /// The last time a key that may trade was seen while the account was only to be watched.
  public Optional<Event.TradingKey> tradingKey() {
    return get("trading-key").map(it -> (Event.TradingKey) it.event());
  }

  /// What the account should hold, with the number of its record; empty when nobody counted yet.
  /// Read from disk each time.
  ///
  /// @throws JournalBroken when the record is damaged
  public Optional<Said> books() {
    return books.map(archive::books);
  }

  /// The last comparison with the exchange.
  public Optional<Event.Reconciled> reconciled() {
    return get("reconciled").map(it -> (Event.Reconciled) it.event());
  }

  private Optional<Said> unlessResumed(String type) {
    return get(type).filter(last -> resumed().stream().noneMatch(it -> it.seq > last.seq));
  }

  private Optional<Said> get(String type) {
    return Optional.ofNullable(said.get(type));
  }

  /// Takes the record in if its type is one of these.
  ///
  /// @param segment the one that holds it
  void apply(Sound sound, int segment) {
    Line line = sound.line();
    if (line.type().equals(Record.BOOKS)) {
      books = Optional.of(new InForce.BooksAt(line.time(), line.seq(), segment));
    } else if (sound.event().isPresent()) {
      said.put(line.type(), new Said(line.time(), line.seq(), sound.event().get()));
    }
  }

  InForce inForce() {
    return new InForce(new TreeMap<>(said), books);
  }

  void restore(InForce carried) {
    said.clear();
    said.putAll(carried.said());
    books = carried.books();
  }
}
