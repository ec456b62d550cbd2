package dev.okxguard.trade;

import dev.okxguard.model.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What happened between two moments, put together from pieces that were read one after the other,
/// each once nothing more was to show in it.
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
    if (read.to().isAfter(until)) {
      keep(new Span(until, read.to()), newestFirst.reversed());
      until = read.to();
    }
  }

  private void keep(Span span, List<T> pieces) {
    for (T one : pieces) {
      if (span.holds(time.apply(one))) {
        oldestFirst.add(kept.apply(one));
      }
    }
  }

  /// Reads what happened from a moment on, newest first, up to another one where that is given.
  @FunctionalInterface
  interface Reader<T> {
    /// @return since when nothing is missing: the moment asked for, or a later one
    Instant read(Instant since, Optional<Instant> until, Consumer<T> each);
  }

  /// What was read, newest first, and the spans left out of it.
  record Told<T>(List<T> all, List<Span> unread) {
    static <T> Told<T> nothing() {
      return new Told<>(new ArrayList<>(), new ArrayList<>());
    }

    void read(Reader<T> reader, Instant since, Optional<Instant> until, UnaryOperator<T> kept) {
      Instant reached = reader.read(since, until, one -> all.add(kept.apply(one)));
      if (reached.isAfter(since)) {
        unread.add(new Span(since, reached));
      }
    }
  }

  /// All from that moment on: these, and what is read before and behind them.
  Told<T> since(Instant since, Reader<T> reader) {
    Told<T> told = Told.nothing();
    if (from.equals(until) || !since.isBefore(until)) {
      told.read(reader, since, Optional.empty(), kept);
      return told;
    }
    told.read(reader, until, Optional.empty(), kept);
    for (T one : oldestFirst.reversed()) {
      if (!time.apply(one).isBefore(since)) {
        told.all().add(one);
      }
    }
    if (since.isBefore(from)) {
      told.read(reader, since, Optional.of(from), kept);
    }
    return told;
  }
}
