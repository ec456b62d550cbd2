package dev.okxguard.trade;

import dev.okxguard.model.Bill;
import dev.okxguard.okx.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads bills piece by piece, and no more than about so many in all: OKX gives 500 a second, and a
/// look that took minutes would come too late. Each ration brings the look on, so that looks enough
/// see all.
final class Ration {
  /// Bills are listed by their number, and their times may differ from that order by as much.
  private static final Duration DISORDER = Duration.ofSeconds(1);

  private final Exchange exchange;
  private int left;

  Ration(Exchange exchange, int most) {
    this.exchange = exchange;
    this.left = most;
  }

  /// @return since when nothing is missing: the moment asked for, or a later one
  Instant read(Instant since, Optional<Instant> until, Consumer<Bill> each) {
    if (left <= 0 && until.isPresent()) {
      return until.get();
    }
    Piece piece = new Piece(each);
    exchange.eachBill(since, until, piece::take, piece::enough);
    return piece.end(since);
  }

  /// Holds back the oldest ones: where it stops, they may not be all of their moment.
  private final class Piece {
    private final Consumer<Bill> each;
    private final Deque<Bill> heldBack = new ArrayDeque<>();
    private Instant oldest = Instant.MAX;
    private boolean begun;
    private boolean stopped;

    Piece(Consumer<Bill> each) {
      this.each = each;
    }

    void take(Bill bill) {
      left--;
      heldBack.addLast(bill);
      oldest = bill.time().isBefore(oldest) ? bill.time() : oldest;
      giveAfter(bill.time().plus(DISORDER));
    }

    private void giveAfter(Instant moment) {
      while (!heldBack.isEmpty() && heldBack.getFirst().time().isAfter(moment)) {
        each.accept(heldBack.removeFirst());
        begun = true;
      }
    }

    /// Never before anything was given: a moment too full for a ration would be read for ever.
    boolean enough() {
      stopped = left <= 0 && begun;
      return stopped;
    }

    Instant end(Instant since) {
      if (!stopped) {
        heldBack.forEach(each);
        return since;
      }
      // By the oldest, not the last: what was given is newer than that, and never given again.
      Instant reached = oldest.plus(DISORDER).plusMillis(1);
      heldBack.stream().filter(bill -> !bill.time().isBefore(reached)).forEach(each);
      return reached;
    }
  }
}
