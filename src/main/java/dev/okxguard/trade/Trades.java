package dev.okxguard.trade;

import dev.okxguard.model.Environment;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.okx.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Counts what was filled, by the exchange's own record.
record Trades(Exchange exchange) {
  /// How far back OKX tells: three months.
  static final Duration REACH = Duration.ofDays(89);

  private static final Duration RECENT = Duration.ofDays(3);

  private static final List<InstType> TYPES =
      List.of(InstType.SPOT, InstType.MARGIN, InstType.SWAP, InstType.FUTURES, InstType.OPTION);

  /// Fills of anybody's orders.
  int all(Instant since) {
    return Math.toIntExact(fills(since, _ -> true).count());
  }

  /// Orders of this program in that environment that were filled, at least in part.
  int ours(Environment environment, Instant since) {
    return Math.toIntExact(
        fills(since, fill -> Ids.ours(fill.clOrdId(), environment))
            .map(Fill::ordId)
            .distinct()
            .count());
  }

  /// The archive lags behind, so that the last days are read as well.
  private Stream<Fill> fills(Instant since, Predicate<Fill> which) {
    Instant now = exchange.serverTime();
    Instant from = later(since, now.minus(REACH));
    Instant recent = later(since, now.minus(RECENT));
    return Stream.concat(
            exchange.fills(recent).stream(),
            TYPES.stream().flatMap(type -> exchange.fillsArchive(type, from).stream()))
        .filter(which)
        .distinct();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }
}
