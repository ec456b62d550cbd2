package dev.okxguard.trade;

import dev.okxguard.guard.breaker.Tally;
import dev.okxguard.journal.FillPieces;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Span;
import dev.okxguard.okx.Exchange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Reads fills for the looks beside commands that only read: at most a portion of those that nobody
/// has read yet, which it keeps where there are more, so that the next look goes on from there.
final class Portions implements Stretch.Reader<Fill> {
  /// Three to four seconds at OKX.
  static final int MOST = 10_000;

  private final FillPieces pieces;
  private final Instant settled;
  private final Ration<Fill> portion;
  private final Ration<Fill> all;

  /// @param now when the look began, by the exchange's clock: what it keeps is no newer than what
  ///   it counts, so that it is forgotten once that is on record
  /// @param most about as many of those that may be kept
  /// @param hurry whether what was read has to do
  Portions(Exchange exchange, FillPieces pieces, Instant now, int most, BooleanSupplier hurry) {
    this.pieces = pieces;
    this.settled = now.minus(Tally.LATE).truncatedTo(ChronoUnit.MILLIS);
    this.portion = Ration.ofFills(exchange, settled, most, hurry);
    this.all = Ration.ofFills(exchange, settled, Integer.MAX_VALUE, hurry);
  }

  /// What no piece holds: between two of them, or before the first or behind the last one.
  private final class Gap {
    private final Instant from;
    private final Optional<Instant> to;
    private final List<Fill> read = new ArrayList<>();
    private final Instant reached;

    Gap(Instant from, Optional<Instant> to, Ration<Fill> ration) {
      this.from = from;
      this.to = to;
      boolean empty = to.filter(end -> !from.isBefore(end)).isPresent();
      this.reached = empty ? from : ration.read(from, to, read::add);
    }

    boolean left() {
      return reached.isAfter(from);
    }

    void keep() {
      Instant end = to.filter(settled::isAfter).orElse(settled).truncatedTo(ChronoUnit.MILLIS);
      if (reached.isBefore(end)) {
        pieces.keep(new Span(reached, end), read);
      }
    }
  }

  /// What happened since the newest piece is read in whole: who looks once a day would otherwise
  /// never come to the end of what is older.
  @Override
  public Instant read(Instant since, Optional<Instant> until, Consumer<Fill> each) {
    List<Gap> gaps = new ArrayList<>();
    List<Consumer<Consumer<Fill>>> told = new ArrayList<>();
    Optional<Instant> end = until;
    for (FillPieces.Piece whole : pieces.newestFirst(settled)) {
      Optional<FillPieces.Piece> piece = whole.part(since, end);
      if (piece.isPresent()) {
        Span held = piece.get().span();
        Gap gap = new Gap(held.to(), end, gaps.isEmpty() ? all : portion);
        gaps.add(gap);
        told.add(gap.read::forEach);
        told.add(piece.get()::each);
        end = Optional.of(held.from());
      }
    }
    Gap rest = new Gap(since, end, portion);
    gaps.add(rest);
    told.add(rest.read::forEach);
    Optional<Gap> left = gaps.stream().filter(Gap::left).findFirst();
    if (left.isPresent()) {
      gaps.forEach(Gap::keep);
      return left.get().reached;
    }
    told.forEach(part -> part.accept(each));
    return since;
  }
}
