package dev.okxguard.cli;

import dev.okxguard.config.EffectivePolicy;
import dev.okxguard.config.Home;
import dev.okxguard.config.PolicyReader;
import dev.okxguard.model.Once;
import dev.okxguard.model.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the policy files say, read once a command unless it had to wait meanwhile.
final class PolicyFiles implements Supplier<EffectivePolicy> {
  private static final Path SYSTEM = Path.of("/etc/okx/guard.toml");

  /// How long they count as fresh.
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Once<Read> read;
  private final Time time;

  PolicyFiles(Supplier<EffectivePolicy> reader, Time time) {
    this.time = time;
    this.read = new Once<>(() -> new Read(reader.get(), time.nanos()));
  }

  /// Of the administrator and of that home.
  static PolicyFiles of(Supplier<Home> home, Map<String, String> env, Time time) {
    return new PolicyFiles(() -> PolicyReader.effective(home.get(), env, SYSTEM), time);
  }

  /// The files in force and the places where one could be put.
  static List<Path> places(Home home) {
    Stream<Path> owners = home.owners().stream().map(root -> root.resolve("guard.toml"));
    return Stream.concat(Stream.of(SYSTEM, home.policy()), owners).toList();
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
