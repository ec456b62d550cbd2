package dev.okxguard.okx;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Independent reads side by side. A read that fails is empty and its reason is kept; credentials
/// that are refused stop everything, since then nothing else can be true either.
public final class Readings implements AutoCloseable {
  private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> problems = new ArrayList<>();

  /// Starts a read under a name for its problem text.
  public <T> Reading<T> start(String name, Callable<T> read) {
    return new Reading<>(name, pool.submit(read));
  }

  /// The read's value, or empty when it failed. May be asked for more than once.
  public <T> Optional<T> value(Reading<T> reading) {
    try {
      return Optional.of(reading.future().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ExitCode.INTERRUPTED, "interrupted while reading " + reading.name(), "");
    } catch (ExecutionException e) {
      note(reading.name(), e.getCause());
      return Optional.empty();
    }
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
    String line = name + ": " + fault.getMessage();
    if (!problems.contains(line)) {
      problems.add(line);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
    pool.close();
  }

  /// One read under way.
  public record Reading<T>(String name, Future<T> future) {}
}
