package dev.okxguard.config;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The environment variables, strictly read: one that is set but empty is a mistake, not an
/// absence.
record Variables(Map<String, String> env) {

  /// The variable's text, exactly as it is.
  ///
  /// @throws Fault `CONFIG` when it is set but empty
  Optional<Sourced<String>> text(String name) {
    Optional<Sourced<String>> found = raw(name);
    if (found.isPresent() && found.get().value().isEmpty()) {
      throw new Fault(
          ExitCode.CONFIG, name + " is set but empty", "Give it a value, or unset " + name + ".");
    }
    return found;
  }

  /// The variable's text, also when it is empty.
  Optional<Sourced<String>> raw(String name) {
    return Optional.ofNullable(env.get(name)).map(text -> new Sourced<>(text, name));
  }

  /// What the variable means.
  <T> Optional<Sourced<T>> value(String name, Function<String, T> meaning) {
    return text(name).map(text -> new Sourced<>(parse(text, meaning), name));
  }

  static <T> T parse(Sourced<String> text, Function<String, T> meaning) {
    try {
      return meaning.apply(text.value());
    } catch (Invalid e) {
      throw new Fault(
          ExitCode.CONFIG,
          text.source() + ": " + e.getMessage(),
          "Correct it, or unset " + text.source() + ".");
    }
  }
}
