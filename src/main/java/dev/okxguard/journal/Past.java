package dev.okxguard.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// An intent on record and the last word on it so far.
///
/// @param time when the intent was written
/// @param outcome empty until there is one
public record Past(Instant time, Event.Intent intent, Optional<Event.Outcome> outcome) {
  private static final Set<String> PLACES = Set.of("place", "close");

  /// Whether its fate is known for good.
  public boolean settled() {
    return outcome.isPresent() && outcome.get().settles();
  }

  /// SHA-256 of what the caller asked for.
  public String digest() {
    return intent.digest();
  }

  /// Whether it places an order, rather than an algo order or a change of something.
  public boolean places() {
    return PLACES.contains(intent.action());
  }

  /// Whether it places an algo order.
  boolean placesAlgo() {
    return intent.action().equals("algo");
  }

  /// Whether OKX's id or our client id is that.
  boolean named(String id) {
    return intent.clOrdId().equals(id)
        || outcome.filter(word -> word.ordId().equals(id)).isPresent();
  }

  /// The word on it that gives OKX's id of what it placed on that instrument.
  public Optional<Event.Outcome> made(String instId) {
    return outcome.filter(word -> intent.instId().equals(instId) && !word.ordId().isEmpty());
  }

  /// With a later word. Nothing reopens a settled intent.
  Past with(Event.Outcome later) {
    return settled() && !later.settles() ? this : new Past(time, intent, Optional.of(later));
  }

  /// Whether it may have added exposure: an entry not known to have failed.
  boolean counts() {
    return intent.entry()
        && outcome
            .map(Event.Outcome::outcome)
            .filter(word -> word.equals("rejected") || word.equals("not_sent"))
            .isEmpty();
  }
}
