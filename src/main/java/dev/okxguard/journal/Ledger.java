package dev.okxguard.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What the journal says by now, got by replaying records. The one a [Journal] gives follows its
/// appends.
///
/// It holds the intents of the current segment and, from before, those still open and the entries
/// and keys of the last 25 hours; older keys are looked up on disk.
public final class Ledger {
  /// A whole UTC day however the clocks differ.
  static final Duration WINDOW = Duration.ofHours(25);

  private final Function<String, Optional<Past>> archive;
  private final Map<String, Past> known = new LinkedHashMap<>();
  private final Map<String, String> intentOfKey = new LinkedHashMap<>();
  private final Set<String> keysTouched = new LinkedHashSet<>();
  private final Latest latestOfEach = new Latest();
  private Optional<Instant> latest = Optional.empty();
  private long records;

  /// @param archive finds what closed segments say of a key
  Ledger(Function<String, Optional<Past>> archive) {
    this.archive = archive;
  }

  /// Intents without a settled outcome, oldest first.
  public List<OpenIntent> openIntents() {
    return known.values().stream()
        .filter(past -> !past.settled())
        .map(past -> new OpenIntent(past.time(), past.intent(), past.outcome()))
        .toList();
  }

  /// The last intent with the caller's key, however old.
  ///
  /// @throws JournalBroken when the index of older keys is damaged
  public Optional<Past> byKey(String key) {
    return recentByKey(key).or(() -> archive.apply(key));
  }

  Optional<Past> recentByKey(String key) {
    return Optional.ofNullable(intentOfKey.get(key)).map(known::get);
  }

  /// Entries written at or after that time and not known to have failed, oldest first. Complete for
  /// the 25 hours before the last record.
  public List<Entry> entriesSince(Instant time) {
    return known.values().stream()
        .filter(past -> past.counts() && !past.time().isBefore(time))
        .map(Entry::of)
        .toList();
  }

  /// Events that stay in force until the next of their type.
  public Latest latest() {
    return latestOfEach;
  }

  /// How many records the chain has.
  public long records() {
    return records;
  }

  /// The latest time on record; a clock that shows less ran backwards.
  public Optional<Instant> lastTime() {
    return latest;
  }

  void apply(Line line) throws ChainBreak {
    switch (line.type()) {
      case "intent" -> add(line.time(), EventCodec.intent(line.data(), line.seq()));
      case "outcome" -> add(EventCodec.outcome(line.data(), line.seq()));
      default -> latestOfEach.apply(line);
    }
    pass(line);
  }

  private void pass(Line line) {
    records = line.seq();
    latest = Optional.of(latest.filter(line.time()::isBefore).orElse(line.time()));
  }

  private void add(Instant time, Event.Intent intent) {
    remember(new Past(time, intent, Optional.empty()));
  }

  private void add(Event.Outcome outcome) {
    Past past = known.get(outcome.intentId());
    if (past != null) {
      known.put(outcome.intentId(), past.with(outcome));
      past.intent().key().ifPresent(keysTouched::add);
    }
  }

  private void remember(Past past) {
    known.put(past.intent().intentId(), past);
    past.intent().key().ifPresent(key -> intentOfKey.put(key, past.intent().intentId()));
    past.intent().key().ifPresent(keysTouched::add);
  }

  private void restart(List<Past> kept) {
    known.clear();
    intentOfKey.clear();
    kept.forEach(this::remember);
    keysTouched.clear();
  }

  private boolean carried(Past past) {
    boolean remembered = past.intent().entry() || past.intent().key().isPresent();
    return !past.settled()
        || remembered && latest.isPresent() && past.time().isAfter(latest.get().minus(WINDOW));
  }

  /// The keys this segment says something about.
  Set<String> keysTouched() {
    return Set.copyOf(keysTouched);
  }

  /// What the next segment has to carry: open intents, and recent entries and keys.
  Checkpoint checkpoint() {
    return new Checkpoint(
        latest, known.values().stream().filter(this::carried).toList(), latestOfEach);
  }

  /// Continues from a checkpoint line and forgets everything else. Nothing is forgotten at any
  /// other moment, so that a replay from the beginning and one from a checkpoint agree.
  void restore(Checkpoint checkpoint, Line line) {
    restart(checkpoint.known());
    latestOfEach.restore(checkpoint.latestOfEach());
    latest = checkpoint.latest();
    pass(line);
  }
}
