package dev.okxguard.guard.breaker;

import dev.okxguard.model.Bill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What an earlier look counted, so that a busy account's fills and bills need not be read again.
/// What happened since then decides together with it as everything together would.
///
/// It ends two minutes before the look that made it: what the exchange lists that late still
/// counts. Who has none reads everything, so that one that is lost resets nothing. A person's
/// resumption ends it.
///
/// @param at everything up to then is counted in, by the exchange's clock
/// @param trips whether round trips are counted in, too; where they are not, who counts them reads
///   all fills
/// @param losing how many round trips in a row had lost by then
/// @param open round trips that had begun and not ended
/// @param changes of balances, newest first: of the UTC day in sum, between transfers
/// @param unread spans whose changes are not among them, newest first: there were too many for one
///   look, so that the next ones go on there
public record Tally(
    Instant at, boolean trips, int losing, List<Open> open, List<Bill> changes, List<Span> unread) {
  /// How late the exchange may list what happened.
  public static final Duration LATE = Duration.ofMinutes(2);

  /// How long one may be used: as far back as OKX lists fills of all types at once.
  private static final Duration REACH = Duration.ofDays(3);

  /// A round trip under way.
  ///
  /// @param held contracts, signed; or coins bought and not yet sold
  /// @param net what it won or lost so far, after fees and funding
  /// @param basis what it realised so far before them; for coins, what those held cost
  /// @param peak the most coins held; 0 for contracts
  /// @param whole whether its beginning was seen
  public record Open(
      InstType type,
      String instId,
      PosSide side,
      BigDecimal held,
      BigDecimal net,
      BigDecimal basis,
      BigDecimal peak,
      boolean whole) {
    /// The same, holding that much.
    Open holding(BigDecimal other) {
      return new Open(type, instId, side, other, net, basis, peak, whole);
    }
  }

  public Tally {
    open = List.copyOf(open);
    changes = List.copyOf(changes);
    unread = List.copyOf(unread);
  }

  /// The changes of the look that were over by then, and these round trips.
  static Tally of(Look look, Instant at, int losing, List<Open> open) {
    return of(look, at, true, losing, open);
  }

  /// The changes of the look that are settled, without round trips.
  static Tally ofChanges(Look look) {
    return of(look, look.settled(), false, 0, List.of());
  }

  private static Tally of(Look look, Instant at, boolean trips, int losing, List<Open> open) {
    Instant end = next(at);
    List<Span> unread = look.unread().stream().flatMap(span -> span.until(end).stream()).toList();
    return new Tally(at, trips, losing, open, DayChanges.of(look, at), unread);
  }

  /// The first millisecond that is not counted in.
  public Instant next() {
    return next(at);
  }

  private static Instant next(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
  }

  /// Whether what happened then is not counted in, so that it has to be read.
  boolean lacks(Instant moment) {
    return moment.isAfter(at) || unread.stream().anyMatch(span -> span.holds(moment));
  }

  /// Whether what came since can still be read: not for one of the future, nor for an old one.
  public boolean usable(Instant now) {
    return at.isBefore(now) && at.isAfter(now.minus(REACH));
  }
}
