package dev.okxguard.guard.breaker;

import dev.okxguard.guard.Breaker;
import dev.okxguard.guard.BreakerReading;
import dev.okxguard.guard.Policy;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Candle;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.model.UsdRates;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Accounts to look at, in plain words.
final class Accounts {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final String SWAP = "BTC-USDT-SWAP";
  static final String SPOT = "BTC-USDT";

  private Accounts() {}

  static BigDecimal num(String text) {
    return new BigDecimal(text);
  }

  /// 3 % a day, 10 % from the top, three losses, 8 % in 15 minutes.
  static Policy.Breakers limits() {
    return new Policy.Breakers(num("0.03"), num("0.10"), 3, 60, num("0.08"), 15);
  }

  /// That much equity, all in USDT, at that time; nothing happened yet and nothing is known.
  static Look calm(Instant now, String equity) {
    return new Look(
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.of(dollars(equity)),
        Optional.of(Statement.whole(List.of())),
        Optional.of(List.of()),
        Optional.of(List.of()),
        Optional.of(List.of()),
        Map.of(),
        new UsdRates(Map.of()),
        Optional.empty());
  }

  static Balance dollars(String equity) {
    BigDecimal all = num(equity);
    return new Balance(
        all,
        List.of(new Balance.Currency("USDT", all, all, all, BigDecimal.ZERO, Optional.of(all))));
  }

  static Marks marks(Instant at, String equity, String dayStart, String highWater) {
    return new Marks(at, num(equity), num(dayStart), num(highWater), "100");
  }

  static Bill transfer(long id, Instant time, String amount) {
    return bill(id, "1", time, amount, "0", "0", "");
  }

  /// What a contract's trade realised.
  static Bill result(long id, Instant time, String pnl, String fee) {
    return bill(id, "2", time, num(pnl).add(num(fee)).toPlainString(), pnl, fee, SWAP);
  }

  static Bill funding(long id, Instant time, String paid) {
    return bill(id, "8", time, paid, paid, "0", SWAP);
  }

  /// What a liquidation realised, less than nothing.
  static Bill liquidation(long id, Instant time, String pnl) {
    return bill(id, "5", "107", time, pnl, pnl, "0", SWAP);
  }

  /// What the exchange keeps of a liquidated position besides: neither profit nor fee.
  static Bill penalty(long id, Instant time, String taken) {
    return bill(id, "5", "111", time, taken, "0", "0", SWAP);
  }

  static Bill bill(
      long id, String type, Instant time, String change, String pnl, String fee, String instId) {
    return bill(id, type, "", time, change, pnl, fee, instId);
  }

  private static Bill bill(
      long id,
      String type,
      String subType,
      Instant time,
      String change,
      String pnl,
      String fee,
      String instId) {
    return new Bill(
        String.valueOf(id),
        type,
        subType,
        "USDT",
        num(change),
        num(pnl),
        num(fee),
        instId,
        "",
        "",
        "",
        Optional.empty(),
        time);
  }

  static Fill swap(int minute, Side side, PosSide leg, String sz, String fee, String pnl) {
    return fill(InstType.SWAP, SWAP, minute, side, leg, "50000", sz, fee, "USDT", pnl);
  }

  static Fill swap(int minute, Side side, String sz, String fee, String pnl) {
    return swap(minute, side, PosSide.NET, sz, fee, pnl);
  }

  static Fill spot(int minute, Side side, String px, String sz, String fee, String feeCcy) {
    return fill(InstType.SPOT, SPOT, minute, side, PosSide.NET, px, sz, fee, feeCcy, "0");
  }

  static Fill fill(
      InstType type,
      String instId,
      int minute,
      Side side,
      PosSide leg,
      String px,
      String sz,
      String fee,
      String feeCcy,
      String pnl) {
    String id = String.valueOf(1000 + minute);
    return new Fill(
        type,
        instId,
        id,
        id,
        id,
        "",
        side,
        leg,
        num(px),
        num(sz),
        num(fee),
        feeCcy,
        num(pnl),
        minute(minute));
  }

  /// That many minutes after ten.
  static Instant minute(int minute) {
    return NOON.minus(Duration.ofHours(2)).plus(Duration.ofMinutes(minute));
  }

  static Position leg(PosSide side, String pos, String upl) {
    return leg(SWAP, side, pos, upl);
  }

  static Position leg(String instId, PosSide side, String pos, String upl) {
    return new Position(
        InstType.SWAP,
        instId,
        TdMode.CROSS,
        side,
        num(pos),
        Optional.of(num("50000")),
        Optional.of(num("50000")),
        Optional.empty(),
        Optional.empty(),
        upl.isEmpty() ? Optional.empty() : Optional.of(num(upl)),
        "USDT",
        "1",
        NOON);
  }

  /// One candle a minute up to now, newest first, all at that price.
  static List<Candle> flat(Instant now, int count, String px) {
    List<Candle> candles = new ArrayList<>();
    Instant start = now.truncatedTo(ChronoUnit.MINUTES);
    for (int i = 0; i < count; i++) {
      candles.add(candle(start.minus(Duration.ofMinutes(i)), px, px));
    }
    return candles;
  }

  static Candle candle(Instant start, String low, String high) {
    return new Candle(start, num(low), num(high), num(low), num(high));
  }

  static BreakerReading reading(Look look, Breaker breaker) {
    return reading(Breakers.evaluate(look, limits()), breaker);
  }

  static BreakerReading reading(Evaluation evaluation, Breaker breaker) {
    return evaluation.readings().stream()
        .filter(shown -> shown.breaker() == breaker)
        .findFirst()
        .orElseThrow();
  }
}
