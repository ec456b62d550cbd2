package dev.okxguard.trade;

import dev.okxguard.guard.breaker.Tally;
import dev.okxguard.model.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What happened between two moments, put together from pieces that were read one after the other.
/// It ends before the last piece does: what the exchange lists late still has to be read.
final class Stretch<T> {
  private final Function<T, Instant> time;
  private final UnaryOperator<T> kept;
  private final List<T> oldestFirst = new ArrayList<>();
  private Instant from;
  private Instant until;

  /// @param kept what is to be held of each
  /// @param oldest when it begins at the earliest
  Stretch(Function<T, Instant> time, UnaryOperator<T> kept, Instant oldest) {
    this.time = time;
    this.kept = kept;
    this.from = oldest;
    this.until = oldest;
  }

  /// Begins anew by a piece that leaves a gap.
  void add(Span read, List<T> newestFirst) {
    if (read.from().isAfter(until)) {
      oldestFirst.clear();
      from = read.from();
      until = from;
    }
    Instant settled = read.to().minus(Tally.LATE);
    if (settled.isAfter(until)) {
      keep(new Span(until, settled), newestFirst.reversed());
      until = settled;
    }
  }

  private void keep(Span span, List<T> pieces) {
    for (T one : pieces) {
      if (span.holds(time.apply(one))) {
        oldestFirst.add(kept.apply(one));
      }
    }
  }

  /// Reads what happened from a moment on, up to another one where that is given.
  @FunctionalInterface
  interface Reader<T> {
    void read(Instant since, Optional<Instant> until, Consumer<T> each);
  }

  /// All from that moment on, newest first: these, and what is read before and behind them.
  List<T> since(Instant since, Reader<T> reader) {
    List<T> all = new ArrayList<>();
    Consumer<T> each = one -> all.add(kept.apply(one));
    if (from.equals(until) || !since.isBefore(until)) {
      reader.read(since, Optional.empty(), each);
      return all;
    }
    reader.read(until, Optional.empty(), each);
    for (T one : oldestFirst.reversed()) {
      if (!time.apply(one).isBefore(since)) {
        all.add(one);
      }
    }
    if (since.isBefore(from)) {
      reader.read(since, Optional.of(from), each);
    }
    return all;
  }
}
