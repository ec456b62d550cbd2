package dev.okxguard.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The constants of an enum by OKX's words for them. Answers hold many thousands of these words, so
/// that each is looked up rather than compared with every constant.
record Words<E>(Map<String, E> constants) {

  static <E> Words<E> of(E[] constants, Function<E, String> word) {
    return new Words<>(
        Arrays.stream(constants).collect(Collectors.toUnmodifiableMap(word, Function.identity())));
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  Optional<E> find(String word) {
    return Optional.ofNullable(constants.get(word));
  }
}
