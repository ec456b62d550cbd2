package dev.okxguard.cli.order;

import java.util.Optional;
import java.util.function.Function;

/// The caller's own name for an intent.
public final class IntentKey {
  private static final int LONGEST = 128;

  /// What Java puts in the place of bytes that it cannot read in the locale at hand: names that
  /// were different would be the same one, and the same one different in another locale.
  private static final char UNREADABLE = '\uFFFD';

  private IntentKey() {}

  /// That name.
  ///
  /// @param given null when there is none
  /// @param fault makes what is thrown of what is wrong with it
  public static Optional<String> of(
      String given, Function<String, ? extends RuntimeException> fault) {
    Optional<String> key = Optional.ofNullable(given);
    key.flatMap(IntentKey::flaw)
        .ifPresent(
            flaw -> {
              throw fault.apply(flaw);
            });
    return key;
  }

  private static Optional<String> flaw(String key) {
    if (key.isBlank() || key.length() > LONGEST) {
      return Optional.of("takes 1 to " + LONGEST + " characters");
    }
    return key.indexOf(UNREADABLE) < 0
        ? Optional.empty()
        : Optional.of("has characters that cannot be read in this locale; plain ASCII always can");
  }
}
