package dev.okxguard.model;

import java.util.Optional;
import java.util.function.Supplier;

/// A value made on first use and kept.
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private Optional<T> made = Optional.empty();

  public Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }

  /// The value if it has been made.
  public synchronized Optional<T> ifMade() {
    return made;
  }

  /// Lets it go, so that the next use makes it anew.
  public synchronized void forget() {
    made = Optional.empty();
  }
}
