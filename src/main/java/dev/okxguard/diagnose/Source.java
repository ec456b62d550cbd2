package dev.okxguard.diagnose;

import dev.okxguard.model.Daemons;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Something that several checks look at, read once, by whichever comes first, and within a bound.
/// One check tells when it cannot be had; the others then only point at that one.
public final class Source<T> {
  private final CheckId teller;
  private final Duration limit;
  private final FutureTask<T> read;
  private final AtomicBoolean begun = new AtomicBoolean();

  /// @param teller the check that tells why it cannot be had
  /// @param limit how long a check waits for it
  public Source(CheckId teller, Duration limit, Supplier<T> read) {
    this.teller = teller;
    this.limit = limit;
    this.read = new FutureTask<>(read::get);
  }

  /// The value, for every check but the teller.
  T get() {
    try {
      return told();
    } catch (Fault fault) {
      throw new NotKnown(teller);
    }
  }

  /// The value, if it was read and could be had.
  Optional<T> ifRead() {
    return read.state() == Future.State.SUCCESS ? Optional.of(read.resultNow()) : Optional.empty();
  }

  /// The value, for the teller.
  ///
  /// @throws Fault why it cannot be had
  T told() {
    if (begun.compareAndSet(false, true)) {
      Daemons.start(read);
    }
    try {
      return read.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (TimeoutException | CancellationException e) {
      // Whoever waited longest gives it up, for all of them.
      read.cancel(true);
      throw new Fault(
          ExitCode.UNREACHABLE,
          "no end within " + limit.toMillis() + " ms",
          "try again with a longer --timeout");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ExitCode.INTERRUPTED, "interrupted", "");
    }
  }
}
