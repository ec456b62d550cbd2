package dev.okxguard.cli.option;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Parameters of a read, in order; what was not given is left out.
public final class Query {
  private final Map<String, String> values = new LinkedHashMap<>();

  /// Adds the parameter unless the value is null or blank.
  public Query with(String name, String value) {
    if (value != null && !value.isBlank()) {
      values.put(name, value);
    }
    return this;
  }

  /// Adds the parameter if there is a value.
  public Query with(String name, Optional<String> value) {
    return with(name, value.orElse(""));
  }

  /// The parameters so far.
  public Map<String, String> values() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
