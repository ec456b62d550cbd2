package dev.okxguard.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Policy values with their sources, by dotted key; absent keys were named by nobody.
record Stated(Map<String, Sourced<Object>> values) {

  static Stated nothing() {
    return new Stated(Map.of());
  }

  /// Key by key the stricter value of the two. Neither side can loosen what the other says.
  Stated strictest(Stated other) {
    Map<String, Sourced<Object>> merged = new LinkedHashMap<>(values);
    for (PolicyKey<?> key : PolicyKeys.enforced()) {
      Sourced<Object> theirs = other.values.get(key.dotted());
      if (theirs != null) {
        merged.merge(key.dotted(), theirs, (a, b) -> stricter(key, a, b));
      }
    }
    return new Stated(merged);
  }

  /// These values with those laid over that an environment variable names: they can only tighten
  /// what stands here, or the default where nothing does, since whoever runs an agent's command
  /// sets its environment.
  Stated tightenedBy(Stated named) {
    Map<String, Sourced<Object>> tight = new LinkedHashMap<>(values);
    for (PolicyKey<?> key : PolicyKeys.enforced()) {
      Sourced<Object> theirs = named.values.get(key.dotted());
      if (theirs != null) {
        tight.putIfAbsent(key.dotted(), new Sourced<>(key.fallback(), "default"));
        tight.computeIfPresent(key.dotted(), (_, ours) -> stricter(key, ours, theirs));
      }
    }
    return new Stated(tight);
  }

  private static Sourced<Object> stricter(PolicyKey<?> key, Sourced<Object> a, Sourced<Object> b) {
    Object value = key.strictest(a.value(), b.value());
    String text = key.shown(value);
    if (text.equals(key.shown(a.value()))) {
      return a;
    }
    return text.equals(key.shown(b.value()))
        ? b
        : new Sourced<>(value, a.source() + " and " + b.source());
  }

  /// The value in force: what was stated, else the default.
  <T> T get(PolicyKey<T> key) {
    return found(key).map(it -> key.type().cast(it.value())).orElse(key.fallback());
  }

  /// The value and its source as text.
  Limit limit(PolicyKey<?> key) {
    return found(key)
        .map(it -> new Limit(key.dotted(), key.shown(it.value()), it.source()))
        .orElseGet(() -> new Limit(key.dotted(), key.shown(key.fallback()), "default"));
  }

  private Optional<Sourced<Object>> found(PolicyKey<?> key) {
    return Optional.ofNullable(values.get(key.dotted()));
  }
}
