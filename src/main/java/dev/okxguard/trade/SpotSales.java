package dev.okxguard.trade;

import dev.okxguard.model.Balance;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Money;
import dev.okxguard.model.Quote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Sells the coins an account holds, each for dollars of one kind or another. Money stays.
final class SpotSales {
  private static final List<String> FOR = List.of("USDT", "USDC", "USD");

  /// Part of the greatest order that is used: its cap counts dollars, and prices move.
  private static final BigDecimal OF_CAP = new BigDecimal("0.9");

  private static final int MOST_PARTS = 50;

  private final Desk desk;
  private final Ids ids;
  private final Function<Errand, Outcome> carry;
  private final Sight<Balance.Currency> held;
  private final List<Outcome> sold = new ArrayList<>();
  private final Map<String, String> kept = new HashMap<>();
  private final Map<String, Instrument> pairs = new HashMap<>();

  /// @param carry sends an errand and finds out what became of it
  SpotSales(Desk desk, Ids ids, Function<Errand, Outcome> carry) {
    this.desk = desk;
    this.ids = ids;
    this.carry = carry;
    this.held =
        new Sight<>(
            "the balance",
            () ->
                desk.exchange().balance().currencies().stream()
                    .filter(c -> !Money.is(c.ccy()) && c.eq().signum() != 0)
                    .toList());
  }

  /// Sells what can be sold, and looks what is left. One answer without coins is no proof that none
  /// are held.
  void run() {
    held.look()
        .filter(all -> !all.isEmpty())
        .or(held::look)
        .ifPresent(all -> all.forEach(this::sell));
    if (!sold.isEmpty()) {
      held.look();
    }
  }

  private void sell(Balance.Currency coin) {
    try {
      Optional<Instrument> pair = pair(coin.ccy());
      if (pair.isEmpty()) {
        kept.put(coin.ccy(), "no live pair to sell it on");
        return;
      }
      pairs.put(coin.ccy(), pair.get());
      for (BigDecimal part : parts(coin.availBal(), pair.get())) {
        Outcome outcome = carry.apply(new SpotSale(desk, ids, pair.get().instId(), part));
        sold.add(outcome);
        if (!(outcome instanceof Outcome.Accepted)) {
          return;
        }
      }
    } catch (Fault fault) {
      kept.put(coin.ccy(), Reductions.bearable(fault).getMessage());
    }
  }

  private Optional<Instrument> pair(String ccy) {
    return FOR.stream()
        .flatMap(quote -> desk.exchange().instrument(InstType.SPOT, ccy + "-" + quote).stream())
        .filter(pair -> pair.state().equals("live"))
        .findFirst();
  }

  /// The sizes to sell, each no larger than OKX takes at market; what is below the least order is
  /// left out.
  private List<BigDecimal> parts(BigDecimal free, Instrument pair) {
    BigDecimal most = most(pair).orElse(free);
    List<BigDecimal> parts = new ArrayList<>();
    BigDecimal left = Decimals.floorTo(free, pair.lotSz());
    while (left.signum() > 0 && left.compareTo(pair.minSz()) >= 0 && parts.size() < MOST_PARTS) {
      BigDecimal part = left.min(most);
      parts.add(part);
      left = left.subtract(part);
    }
    return parts;
  }

  /// The greatest market order in coins; its cap counts dollars.
  private Optional<BigDecimal> most(Instrument pair) {
    return pair.maxMktSz()
        .flatMap(
            cap ->
                desk.exchange()
                    .quote(pair.instId())
                    .map(Quote::last)
                    .map(px -> Decimals.divide(cap.multiply(OF_CAP), px)))
        .map(size -> Decimals.floorTo(size, pair.lotSz()))
        .filter(size -> size.compareTo(pair.minSz()) >= 0);
  }

  List<Outcome> sold() {
    return sold;
  }

  /// What is left of the coins, and why.
  List<Killed.Holding> left() {
    return held.last().stream().map(this::holding).toList();
  }

  private Killed.Holding holding(Balance.Currency coin) {
    Optional<BigDecimal> least = Optional.ofNullable(pairs.get(coin.ccy())).map(Instrument::minSz);
    boolean dust =
        coin.eq().signum() > 0 && least.stream().anyMatch(m -> coin.eq().compareTo(m) < 0);
    return new Killed.Holding(coin.ccy(), coin.eq(), coin.eqUsd(), why(coin, least, dust), dust);
  }

  private String why(Balance.Currency coin, Optional<BigDecimal> least, boolean dust) {
    if (dust) {
      return "below the least order of " + Decimals.text(least.orElseThrow());
    }
    if (coin.eq().signum() < 0) {
      return "owed";
    }
    String frozen =
        coin.frozenBal().signum() > 0 ? Decimals.text(coin.frozenBal()) + " is tied up" : "";
    return Outcomes.join(frozen, kept.getOrDefault(coin.ccy(), frozen.isEmpty() ? "not sold" : ""));
  }

  /// Whether a sale may still be under way.
  boolean unanswered() {
    return sold.stream().anyMatch(outcome -> outcome instanceof Outcome.Unknown);
  }

  /// Whether the balance was read in the end; then [#left()] is the truth.
  Optional<String> unread() {
    return held.problem();
  }

  /// What became of sales that did not go through, a text each.
  Stream<String> problems() {
    return Stream.concat(held.problem().stream(), sold.stream().flatMap(SpotSales::problem));
  }

  private static Stream<String> problem(Outcome outcome) {
    String instId = outcome.ticket().request().path("instId").asString("");
    return switch (outcome) {
      case Outcome.Accepted _, Outcome.Allowed _ -> Stream.of();
      case Outcome.Rejected no -> Stream.of(instId + ": " + Reductions.text(no.error()));
      case Outcome.NotSent not -> Stream.of(instId + ": not sold: " + not.reason());
      case Outcome.Unknown unknown -> Stream.of(instId + ": not known: " + unknown.reason());
      case Outcome.Unsafe unsafe -> Stream.of(instId + ": " + unsafe.reason());
      case Outcome.Refusal refusal -> refusal.reasons().stream().map(why -> instId + ": " + why);
    };
  }
}
