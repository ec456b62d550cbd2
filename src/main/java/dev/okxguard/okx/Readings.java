package dev.okxguard.okx;

import dev.okxguard.model.Daemons;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Independent reads side by side. A read that fails is empty and its reason is kept; credentials
/// that are refused stop everything, since then nothing else can be true either.
public final class Readings implements AutoCloseable {
  private static final Duration FOREVER = Duration.ofDays(365);

  /// What an interrupted read needs to come to its end. One that hangs for longer is left behind.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final ExecutorService pool = Daemons.executor();
  private final List<String> problems = new ArrayList<>();
  private final Optional<Supplier<Duration>> left;

  public Readings() {
    this.left = Optional.empty();
  }

  /// Readings that nobody waits for any longer than that; a read that hangs then is left behind.
  ///
  /// @param left what is left of the time, whenever asked
  public Readings(Supplier<Duration> left) {
    this.left = Optional.of(left);
  }

  /// Starts a read under a name for its problem text.
  public <T> Reading<T> start(String name, Callable<T> read) {
    return new Reading<>(name, pool.submit(read));
  }

  /// The read's value, or empty when it failed. May be asked for more than once.
  public <T> Optional<T> value(Reading<T> reading) {
    try {
      long nanos = left.map(Supplier::get).orElse(FOREVER).toNanos();
      return Optional.of(reading.future().get(nanos, TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      problem(reading.name() + ": no answer before time was up");
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ExitCode.INTERRUPTED, "interrupted while reading " + reading.name(), "");
    } catch (ExecutionException e) {
      note(reading.name(), e.getCause());
      return Optional.empty();
    }
  }

  /// Waits for reads of what there may not be; what there is not, or failed, is not among them.
  public <K, T> Map<K, T> known(Map<K, Reading<Optional<T>>> reads) {
    Map<K, T> known = new HashMap<>();
    reads.forEach(
        (key, read) -> value(read).flatMap(found -> found).ifPresent(it -> known.put(key, it)));
    return known;
  }

  /// Why reads failed, one line each.
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private void note(String name, Throwable cause) {
    if (!(cause instanceof Fault fault)) {
      throw new IllegalStateException("reading " + name + " failed", cause);
    }
    if (fault.exitCode() == ExitCode.AUTH || fault.exitCode() == ExitCode.INTERRUPTED) {
      throw fault;
    }
    problem(name + ": " + fault.getMessage());
  }

  private void problem(String line) {
    if (!problems.contains(line)) {
      problems.add(line);
    }
  }

  /// Ends what is still being read, and waits for it: nothing may be written behind the back of
  /// whoever goes on after a read that failed.
  @Override
  public void close() {
    pool.shutdownNow();
    if (left.isEmpty()) {
      pool.close();
      return;
    }
    try {
      pool.awaitTermination(GRACE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One read under way.
  public record Reading<T>(String name, Future<T> future) {}
}
