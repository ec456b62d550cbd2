package dev.okxguard.guard.breaker;

import static dev.okxguard.guard.breaker.Accounts.dollars;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.model.UsdRates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A busy account: contracts on one side or both, coins, funding, transfers; orders filled in parts
/// within a millisecond, positions turned through zero, things listed late.
public final class Trading {
  private static final List<LegTrips.Name> LEGS =
      List.of(
          new LegTrips.Name(InstType.SWAP, "BTC-USDT-SWAP", PosSide.NET),
          new LegTrips.Name(InstType.SWAP, "ETH-USDT-SWAP", PosSide.LONG),
          new LegTrips.Name(InstType.SWAP, "ETH-USDT-SWAP", PosSide.SHORT),
          new LegTrips.Name(InstType.FUTURES, "BTC-USDT-261225", PosSide.NET),
          new LegTrips.Name(InstType.SPOT, "BTC-USDT", PosSide.NET));

  private final Random random;
  private final Map<LegTrips.Name, Integer> held = new LinkedHashMap<>();
  private final List<Listed<Fill>> fills = new ArrayList<>();
  private final List<Listed<Bill>> bills = new ArrayList<>();
  private Instant now;
  private BigDecimal equity = new BigDecimal("100000");
  private int id = 1000;

  private record Listed<T>(T one, Instant at) {}

  public Trading(Random random, Instant start) {
    this.random = random;
    this.now = start;
  }

  public Instant now() {
    return now;
  }

  public void pass(long millis) {
    now = now.plusMillis(millis);
  }

  public void something() {
    int what = random.nextInt(20);
    if (what == 0) {
      transfer();
    } else if (what == 1) {
      funding();
    } else {
      order(LEGS.get(random.nextInt(LEGS.size())));
    }
  }

  private void transfer() {
    book("1", amount(), BigDecimal.ZERO, BigDecimal.ZERO, "");
  }

  private void funding() {
    BigDecimal paid = amount();
    book("8", paid, paid, BigDecimal.ZERO, LEGS.get(random.nextInt(3)).instId());
  }

  private BigDecimal amount() {
    return BigDecimal.valueOf(random.nextInt(2001) - 1000, 2);
  }

  private void order(LegTrips.Name leg) {
    int pos = held.getOrDefault(leg, 0);
    boolean close = pos != 0 && random.nextBoolean();
    int sz = close ? -pos : random.nextInt(7) - 3;
    boolean bothWays = leg.contract() && leg.side() == PosSide.NET;
    if (leg.side() == PosSide.SHORT ? pos + sz > 0 : !bothWays && pos + sz < 0) {
      sz = -pos;
    }
    while (sz != 0) {
      int part = random.nextBoolean() ? sz : Integer.signum(sz);
      fill(leg, part);
      sz -= part;
    }
  }

  private void fill(LegTrips.Name leg, int sz) {
    int before = held.getOrDefault(leg, 0);
    held.put(leg, before + sz);
    boolean reduces = leg.contract() && before != 0 && Integer.signum(before) != Integer.signum(sz);
    BigDecimal pnl = reduces ? amount() : BigDecimal.ZERO;
    BigDecimal fee = BigDecimal.valueOf(-random.nextInt(30), 2);
    String bill = book("2", pnl.add(fee), pnl, fee, leg.instId());
    Fill fill =
        new Fill(
            leg.type(),
            leg.instId(),
            bill,
            bill,
            bill,
            "",
            sz > 0 ? Side.BUY : Side.SELL,
            leg.side(),
            BigDecimal.valueOf(49_000 + random.nextInt(2000)),
            BigDecimal.valueOf(Math.abs(sz)),
            fee,
            "USDT",
            pnl,
            now);
    fills.add(new Listed<>(fill, bills.getLast().at()));
  }

  private String book(String type, BigDecimal change, BigDecimal pnl, BigDecimal fee, String inst) {
    equity = equity.add(change);
    String billId = String.valueOf(id++);
    Instant listed = random.nextInt(10) == 0 ? now.plusSeconds(random.nextInt(120)) : now;
    Bill bill =
        new Bill(
            billId, type, "", "USDT", change, pnl, fee, inst, "", "", "", Optional.empty(), now);
    bills.add(new Listed<>(bill, listed));
    return billId;
  }

  /// What the exchange shows now.
  ///
  /// @param from where lists begin
  Look look(Instant from, Optional<Marks> marks, Optional<Tally> tally, Optional<Instant> resumed) {
    return look(from, Statement.whole(bills(from, Optional.empty())), marks, tally, resumed);
  }

  /// The same with as much of the bills as was read.
  public Look look(
      Instant from,
      Statement read,
      Optional<Marks> marks,
      Optional<Tally> tally,
      Optional<Instant> resumed) {
    List<Bill> listed = bills(from, Optional.empty());
    return new Look(
        now,
        marks,
        tally,
        Optional.of(dollars(equity.toPlainString())),
        Optional.of(read),
        Optional.of(listed.stream().filter(bill -> bill.type().equals("8")).toList()),
        Optional.of(listed(fills).filter(fill -> !fill.time().isBefore(from)).toList()),
        Optional.of(positions()),
        Map.of(),
        new UsdRates(Map.of()),
        resumed);
  }

  /// Bills as the exchange lists them now, newest first.
  public List<Bill> bills(Instant since, Optional<Instant> until) {
    return listed(bills)
        .filter(bill -> !bill.time().isBefore(since))
        .filter(bill -> until.isEmpty() || bill.time().isBefore(until.get()))
        .toList();
  }

  private <T> java.util.stream.Stream<T> listed(List<Listed<T>> all) {
    return all.reversed().stream().filter(one -> !one.at().isAfter(now)).map(Listed::one);
  }

  private List<Position> positions() {
    return held.entrySet().stream()
        .filter(leg -> leg.getKey().contract() && leg.getValue() != 0)
        .map(leg -> position(leg.getKey(), leg.getValue()))
        .toList();
  }

  private Position position(LegTrips.Name leg, int pos) {
    return new Position(
        leg.type(),
        leg.instId(),
        TdMode.CROSS,
        leg.side(),
        BigDecimal.valueOf(leg.side() == PosSide.NET ? pos : Math.abs(pos)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(BigDecimal.ZERO),
        "USDT",
        leg.instId(),
        now);
  }
}
