package dev.okxguard.config;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The policy an account was last seen with, by dotted key: nothing in it gets looser before its
/// time.
///
/// Alerts are not part of it: they can only be added to.
record Memory(Map<String, Held> held) {
  /// Clocks of two processes that ask the same exchange differ by less.
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  /// The keys whose values are remembered.
  static List<PolicyKey<?>> keys() {
    return PolicyKeys.enforced().stream()
        .<PolicyKey<?>>map(key -> key)
        .filter(key -> !key.section().equals("alerts"))
        .toList();
  }

  /// What is seen first is taken as it is; so is what a person confirms.
  static Memory first(Stated declared) {
    Map<String, Held> first = new LinkedHashMap<>();
    keys().forEach(key -> first.put(key.dotted(), Held.settled(declared.get(key))));
    return new Memory(first);
  }

  /// The memory once these files were seen: what is stricter holds at once, what is looser after
  /// `loosen_delay`, of which the longer counts as long as a shorter one waits itself.
  Memory seen(Stated declared, Instant now) {
    PolicyKey<Duration> key = PolicyKeys.LOOSEN_DELAY;
    Held delay = step(key, declared, now, (Duration) tightened(key, declared));
    Map<String, Held> next = new LinkedHashMap<>();
    for (PolicyKey<?> other : keys()) {
      next.put(other.dotted(), step(other, declared, now, (Duration) delay.value()));
    }
    next.put(key.dotted(), delay);
    return new Memory(next);
  }

  private Held step(PolicyKey<?> key, Stated declared, Instant now, Duration delay) {
    Object asked = declared.get(key);
    if (!looser(key, declared)) {
      return Held.settled(asked);
    }
    Instant since = since(key, declared).orElse(now);
    return since.plus(delay).isAfter(now)
        ? new Held(tightened(key, declared), Optional.of(new Held.Pending(asked, since)))
        : Held.settled(asked);
  }

  /// Since when the files have asked for no more than they do now.
  private Optional<Instant> since(PolicyKey<?> key, Stated declared) {
    Object asked = declared.get(key);
    return Optional.ofNullable(held.get(key.dotted()))
        .flatMap(Held::pending)
        .filter(old -> key.same(key.strictest(old.value(), asked), asked))
        .map(Held.Pending::since);
  }

  private boolean looser(PolicyKey<?> key, Stated declared) {
    return !key.same(tightened(key, declared), declared.get(key));
  }

  /// The stricter of what is remembered and what the files say.
  private Object tightened(PolicyKey<?> key, Stated declared) {
    Object asked = declared.get(key);
    Held known = held.get(key.dotted());
    return known == null ? asked : key.strictest(known.value(), asked);
  }

  /// Whether the other one means the same.
  boolean same(Memory other) {
    return keys().stream()
        .allMatch(
            key -> {
              Held one = held.get(key.dotted());
              Held two = other.held.get(key.dotted());
              return one == null || two == null ? Objects.equals(one, two) : one.same(key, two);
            });
  }

  /// Whether something in it was seen later than now, which a sound clock cannot show.
  boolean fromTheFuture(Instant now) {
    return held.values().stream()
        .flatMap(it -> it.pending().stream())
        .anyMatch(it -> it.since().isAfter(now.plus(TOLERANCE)));
  }

  /// Never looser than the files, nor than what is remembered; alerts as the files have them.
  Stated inForce(Stated declared) {
    Map<String, Sourced<Object>> values = new LinkedHashMap<>(declared.values());
    for (PolicyKey<?> key : keys()) {
      if (looser(key, declared)) {
        values.put(key.dotted(), new Sourced<>(tightened(key, declared), "as seen before"));
      }
    }
    return new Stated(values);
  }

  /// What the files ask for and may not have yet.
  List<Waiting> waiting(Stated declared) {
    Duration delay = (Duration) tightened(PolicyKeys.LOOSEN_DELAY, declared);
    return keys().stream()
        .filter(key -> looser(key, declared))
        .map(
            key -> {
              Limit asked = declared.limit(key);
              Optional<Instant> since = since(key, declared);
              return new Waiting(
                  asked.key(),
                  asked.value(),
                  asked.source(),
                  since,
                  since.map(it -> it.plus(delay)));
            })
        .toList();
  }
}
