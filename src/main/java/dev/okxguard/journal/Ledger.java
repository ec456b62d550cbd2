package dev.okxguard.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the journal says by now, got by replaying records. The one a [Journal] gives follows its
/// appends.
///
/// It holds the intents of the current segment and, from before, those still open or spoken of a
/// moment ago, and in short the entries of the last 25 hours. Other keys are looked up on disk.
public final class Ledger {
  /// A whole UTC day however the clocks differ.
  static final Duration WINDOW = Duration.ofHours(25);

  /// For so many records an intent may get another word, such as the state of its order, although
  /// it is settled.
  private static final int MOMENT = 60;

  private final Archive archive;
  private final Map<String, Kept> known = new LinkedHashMap<>();
  private final Map<String, String> intentOfKey = new LinkedHashMap<>();
  private final Set<String> keysTouched = new LinkedHashSet<>();
  private final Latest latestOfEach;
  private List<Entry> before = List.of();
  private Optional<Instant> latest = Optional.empty();
  private long records;

  /// @param archive finds what earlier segments say
  Ledger(Archive archive) {
    this.archive = archive;
    this.latestOfEach = new Latest(archive);
  }

  /// Intents without a settled outcome, oldest first.
  public List<OpenIntent> openIntents() {
    return pasts()
        .filter(past -> !past.settled())
        .map(past -> new OpenIntent(past.time(), past.intent(), past.outcome()))
        .toList();
  }

  /// The last intent with the caller's key, however old.
  ///
  /// @throws JournalBroken when the index of older keys is damaged
  public Optional<Past> byKey(String key) {
    return recentByKey(key).or(() -> archive.byKey(key));
  }

  /// The intent that placed an order, by OKX's id or our client id, if it is among those held here;
  /// one of a moment ago is.
  public Optional<Past> byOrder(String id) {
    return pasts().filter(past -> past.places() && past.named(id)).findFirst();
  }

  /// The same for an algo order.
  public Optional<Past> byAlgo(String id) {
    return pasts().filter(past -> past.placesAlgo() && past.named(id)).findFirst();
  }

  /// Whether that intent was spoken of a moment ago or is open.
  boolean knows(String intentId) {
    return known.containsKey(intentId);
  }

  Optional<Past> recentByKey(String key) {
    return Optional.ofNullable(intentOfKey.get(key)).map(known::get).map(Kept::past);
  }

  /// Entries written at or after that time and not known to have failed, oldest first. Complete for
  /// the 25 hours before the last record.
  public List<Entry> entriesSince(Instant time) {
    return Stream.concat(before.stream(), pasts().filter(Past::counts).map(Entry::of))
        .filter(entry -> !entry.time().isBefore(time))
        // Java makes a class for its own comparators at their first use, which takes an order time.
        .sorted((one, other) -> one.time().compareTo(other.time()))
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

  /// @param segment the one that holds it
  void apply(Sound sound, int segment) {
    Line line = sound.line();
    switch (sound.event().orElse(null)) {
      case Event.Intent intent ->
          remember(new Kept(new Past(line.time(), intent, Optional.empty()), line.seq()));
      case Event.Outcome outcome -> add(outcome, line.seq());
      case null, default -> latestOfEach.apply(sound, segment);
    }
    pass(line);
  }

  private void pass(Line line) {
    records = line.seq();
    latest = Optional.of(latest.filter(line.time()::isBefore).orElse(line.time()));
  }

  private void add(Event.Outcome outcome, long seq) {
    Kept kept = known.get(outcome.intentId());
    if (kept != null) {
      known.put(outcome.intentId(), new Kept(kept.past().with(outcome), seq));
      kept.past().intent().key().ifPresent(keysTouched::add);
    }
  }

  private void remember(Kept kept) {
    Event.Intent intent = kept.past().intent();
    known.put(intent.intentId(), kept);
    intent.key().ifPresent(key -> intentOfKey.put(key, intent.intentId()));
    intent.key().ifPresent(keysTouched::add);
  }

  private Stream<Past> pasts() {
    return known.values().stream().map(Kept::past);
  }

  private boolean whole(Kept kept) {
    return !kept.past().settled() || kept.seq() > records - MOMENT;
  }

  /// The keys this segment says something about.
  Set<String> keysTouched() {
    return Collections.unmodifiableSet(keysTouched);
  }

  /// What the next segment has to carry.
  Checkpoint checkpoint() {
    // The last 25 hours.
    Instant since = latest.map(time -> time.minus(WINDOW)).orElse(Instant.MAX);
    List<Entry> entries = new ArrayList<>();
    before.stream().filter(entry -> entry.time().isAfter(since)).forEach(entries::add);
    List<Kept> open = new ArrayList<>();
    for (Kept kept : known.values()) {
      if (whole(kept)) {
        open.add(kept);
      } else if (kept.past().time().isAfter(since) && kept.past().counts()) {
        entries.add(Entry.of(kept.past()));
      }
    }
    return new Checkpoint(latest, open, entries, latestOfEach.inForce());
  }

  /// Continues from a checkpoint line and forgets everything else. Nothing is forgotten at any
  /// other moment, so that a replay from the beginning and one from a checkpoint agree.
  void restore(Checkpoint checkpoint, Line line) {
    known.clear();
    intentOfKey.clear();
    checkpoint.known().forEach(this::remember);
    keysTouched.clear();
    before = checkpoint.entries();
    latestOfEach.restore(checkpoint.inForce());
    latest = checkpoint.latest();
    pass(line);
  }
}
