package dev.okxguard.trade;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.okx.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/// Reads fills or bills piece by piece, and no more than about so many in all: OKX gives 3,000
/// fills and 500 bills a second, and a look that took minutes would come too late. Each ration
/// brings the look on, so that looks enough see all.
final class Ration<T> {
  /// Bills are listed by their number, and their times may differ from that order by as much.
  private static final Duration BILLS = Duration.ofSeconds(1);

  /// Fills are listed by when they were recorded, which may be as much later than the match.
  private static final Duration FILLS = Duration.ofSeconds(10);

  private final Listing<T> listing;
  private final Function<T, Instant> time;
  private final Duration disorder;
  private final Instant counted;
  private final BooleanSupplier hurry;
  private int left;

  /// What the exchange lists, newest first, until it is enough.
  @FunctionalInterface
  private interface Listing<T> {
    void each(Instant since, Optional<Instant> until, Consumer<T> each, BooleanSupplier enough);
  }

  private Ration(
      Listing<T> listing,
      Function<T, Instant> time,
      Duration disorder,
      Instant counted,
      int most,
      BooleanSupplier hurry) {
    this.listing = listing;
    this.time = time;
    this.disorder = disorder;
    this.counted = counted;
    this.left = most;
    this.hurry = hurry;
  }

  /// @param hurry whether what was read has to do
  static Ration<Bill> ofBills(Exchange exchange, int most, BooleanSupplier hurry) {
    return new Ration<>(exchange::eachBill, Bill::time, BILLS, Instant.MAX, most, hurry);
  }

  /// @param counted newer ones do not count
  /// @param hurry as above
  static Ration<Fill> ofFills(Exchange exchange, Instant counted, int most, BooleanSupplier hurry) {
    return new Ration<>(exchange::eachFill, Fill::time, FILLS, counted, most, hurry);
  }

  /// @return since when nothing is missing: the moment asked for, or a later one
  Instant read(Instant since, Optional<Instant> until, Consumer<T> each) {
    if (until.isPresent() && (left <= 0 || hurry.getAsBoolean())) {
      return until.get();
    }
    Piece piece = new Piece(each);
    listing.each(since, until, piece::take, piece::enough);
    Instant reached = piece.end(since);
    return until.filter(reached::isAfter).orElse(reached);
  }

  /// Holds back the oldest ones: where it stops, they may not be all of their moment.
  private final class Piece {
    private final Consumer<T> each;
    private final Deque<T> heldBack = new ArrayDeque<>();
    private Instant oldest = Instant.MAX;
    private boolean begun;
    private boolean stopped;

    Piece(Consumer<T> each) {
      this.each = each;
    }

    void take(T one) {
      Instant at = time.apply(one);
      left -= at.isAfter(counted) ? 0 : 1;
      heldBack.addLast(one);
      oldest = at.isBefore(oldest) ? at : oldest;
      giveAfter(at.plus(disorder));
    }

    private void giveAfter(Instant moment) {
      while (!heldBack.isEmpty() && time.apply(heldBack.getFirst()).isAfter(moment)) {
        each.accept(heldBack.removeFirst());
        begun = true;
      }
    }

    /// Never before anything was given: a moment too full for a ration would be read for ever. Who
    /// is in a hurry has no time even for that.
    boolean enough() {
      stopped = left <= 0 && begun || hurry.getAsBoolean();
      return stopped;
    }

    Instant end(Instant since) {
      if (!stopped) {
        heldBack.forEach(each);
        return since;
      }
      // By the oldest, not the last: what was given is newer than that, and never given again.
      Instant reached = oldest.plus(disorder).plusMillis(1);
      heldBack.stream().filter(one -> !time.apply(one).isBefore(reached)).forEach(each);
      return reached;
    }
  }
}
