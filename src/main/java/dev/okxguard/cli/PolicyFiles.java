package dev.okxguard.cli;

import dev.okxguard.config.EffectivePolicy;
import dev.okxguard.model.Time;
import java.time.Duration;
import java.util.function.Supplier;

/// What the policy files say, read once a command unless it had to wait meanwhile.
final class PolicyFiles implements Supplier<EffectivePolicy> {
  /// How long they count as fresh.
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Once<Read> read;
  private final Time time;

  PolicyFiles(Supplier<EffectivePolicy> reader, Time time) {
    this.time = time;
    this.read = new Once<>(() -> new Read(reader.get(), time.nanos()));
  }

  /// As they were read first.
  @Override
  public EffectivePolicy get() {
    return read.get().policy();
  }

  /// As they are now.
  EffectivePolicy fresh() {
    if (time.nanos() - read.get().at() > FRESH.toNanos()) {
      forget();
    }
    return get();
  }

  /// Lets the next use read them again.
  void forget() {
    read.forget();
  }

  private record Read(EffectivePolicy policy, long at) {}
}
