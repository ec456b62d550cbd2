package dev.okxguard.reconcile;

import dev.okxguard.okx.Readings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Reads side by side that are needed all of them, and in time.
final class Reads implements AutoCloseable {
  private final Readings readings;

  Reads(Deadline deadline) {
    this.readings = new Readings(deadline::left);
  }

  <T> Readings.Reading<T> start(String name, Callable<T> read) {
    return readings.start(name, read);
  }

  /// @throws Unread naming each read that failed, once all of these came to an end
  /// @throws dev.okxguard.model.Fault AUTH when the key was refused
  void all(List<? extends Readings.Reading<?>> needed) {
    needed.forEach(readings::value);
    if (!readings.problems().isEmpty()) {
      throw new Unread(readings.problems());
    }
  }

  /// @throws Unread when it failed
  <T> T value(Readings.Reading<T> reading) {
    Optional<T> value = readings.value(reading);
    return value.orElseThrow(() -> new Unread(readings.problems()));
  }

  @Override
  public void close() {
    readings.close();
  }
}
