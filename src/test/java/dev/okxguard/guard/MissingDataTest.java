package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.NOW;
import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.market;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.pending;
import static dev.okxguard.guard.Samples.position;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Book;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.model.UsdRates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever an entry's rules need and cannot have denies the entry, naming the datum.
class MissingDataTest {

  record Gap(String rule, String datum, Scene scene) {
    @Override
    public String toString() {
      return rule + " without " + datum;
    }
  }

  static Stream<Gap> gaps() {
    return Stream.of(account(), prices(), orders()).flatMap(List::stream);
  }

  private static List<Gap> account() {
    Scene buy = Scene.buying("1").policy("noWithdrawKey", true);
    Scene keys = buy.policy("ipBinding", true).policy("subAccount", true);
    Scene cash = buy.policy("minCashRatio", num("0.1"));
    Scene poor =
        buy.facts("balance", Optional.of(With.with(Samples.balance("0"), "totalEq", num("0"))));
    Scene unwatched = buy.facts("breakers", List.of());
    Scene credit = Scene.of(limit(SPOT, Side.BUY, "0.01")).order("tdMode", TdMode.CROSS);
    Heartbeat unreadable = new Heartbeat.Unreadable("the file is broken");
    Scene heart = buy.facts("brakes", With.with(Brakes.none(), "heartbeat", unreadable));
    return List.of(
        new Gap("heartbeat", "heartbeat, the file is broken", heart),
        new Gap("no_withdraw_key", "account configuration", keys.missing("config")),
        new Gap("account_mode", "account configuration", keys.missing("config")),
        new Gap("pos_side", "account configuration", buy.missing("config")),
        new Gap("ip_binding", "account configuration", keys.missing("config")),
        new Gap("sub_account", "account configuration", keys.missing("config")),
        new Gap("max_daily_loss_ratio", "the breaker max_daily_loss_ratio", unwatched),
        new Gap("max_drawdown", "the breaker max_drawdown", unwatched),
        new Gap("max_consecutive_losses", "the breaker max_consecutive_losses", unwatched),
        new Gap("max_move", "the breaker max_move", unwatched),
        new Gap("max_order_ratio", "account balance", buy.missing("balance")),
        new Gap("max_total_ratio", "account balance", buy.missing("balance")),
        new Gap("min_cash_ratio", "account balance", cash.missing("balance")),
        new Gap("max_order_ratio", "positive account equity", poor),
        new Gap("max_risk_per_trade", "account balance", stop(buy).missing("balance")),
        new Gap("max_leverage", "leverage of BTC-USDT-SWAP", buy.missing("leverage")),
        new Gap("max_leverage", "leverage of BTC-USDT-SWAP", buy.facts("leverage", some("0"))),
        new Gap("max_leverage", "leverage of BTC-USDT", credit.missing("leverage")),
        new Gap("min_cash_ratio", "leverage of BTC-USDT-SWAP", cash.missing("leverage")),
        new Gap("max_daily_trades", "order history", buy.missing("recent")),
        new Gap("max_orders_per_minute", "order history", buy.missing("recent")),
        new Gap("repeat_limit", "order history", buy.policy("repeatLimit", 5).missing("recent")),
        new Gap("clock_backwards", "order history", buy.missing("recent")));
  }

  private static List<Gap> prices() {
    Scene buy = Scene.buying("1");
    Scene market = Scene.of(market(SWAP, Side.BUY, "1"));
    Scene rewarded = stop(market).policy("minRewardRisk", num("1"));
    Book foreign = Samples.book(SPOT);
    return List.of(
        new Gap("instrument_state", "instrument BTC-USDT-SWAP", buy.noInstrument()),
        new Gap("inst_types", "instrument BTC-USDT-SWAP", buy.noInstrument()),
        new Gap("size", "instrument BTC-USDT-SWAP", buy.noInstrument()),
        new Gap("tick", "instrument BTC-USDT-SWAP", buy.noInstrument()),
        new Gap("max_order_size", "instrument BTC-USDT-SWAP", buy.noInstrument()),
        new Gap("quote", "quote of BTC-USDT-SWAP", buy.missing("quote")),
        new Gap("quote", "quote of BTC-USDT-SWAP", buy.quote("instId", SPOT)),
        new Gap("quote", "quote of BTC-USDT-SWAP", buy.quote("last", num("0"))),
        new Gap("max_order_size", "quote of BTC-USDT-SWAP", buy.missing("quote")),
        new Gap("require_stop_loss", "quote of BTC-USDT-SWAP", stop(buy).missing("quote")),
        new Gap("price_collar", "mark price of BTC-USDT-SWAP", buy.noMarks()),
        new Gap("price_collar", "price of the order", buy.order("px", Optional.empty())),
        new Gap("max_order_size", "price of the order", buy.order("px", Optional.empty())),
        new Gap(
            "duplicate_window_s",
            "order history",
            buy.policy("duplicateWindowSeconds", 10).missing("recent")),
        new Gap("max_slippage", "order book of BTC-USDT-SWAP", market.missing("book")),
        new Gap(
            "max_slippage",
            "order book of BTC-USDT-SWAP",
            market.facts("book", Optional.of(foreign))),
        new Gap("max_order_size", "order book of BTC-USDT-SWAP", market.missing("book")),
        new Gap("max_order_size", "depth in the order book for this size", market.size("20.1")),
        new Gap("min_reward_risk", "order book of BTC-USDT-SWAP", rewarded.missing("book")));
  }

  private static List<Gap> orders() {
    Scene buy = Scene.buying("1");
    Scene other = buy.pending(pending("ETH-USDT-SWAP", Side.BUY, PosSide.NET, "1"));
    Scene held = buy.positions(position("ETH-USDT-SWAP", PosSide.NET, "1"));
    Order resting = pending(SWAP, Side.BUY, PosSide.NET, "3");
    Scene none = buy.pending(With.with(resting, "sz", num("0")));
    Scene unsound = buy.pending(With.with(resting, "sz", num("-3")));
    Scene over = buy.pending(With.with(resting, "accFillSz", num("4")));
    Scene under = buy.pending(With.with(resting, "accFillSz", num("-1")));
    Scene coin = Scene.of(limit(Samples.INVERSE, Side.BUY, "1")).stop("52000", "49000");
    Facts.OpenIntent unvalued = new Facts.OpenIntent("i7", SWAP, Side.BUY, Optional.empty());
    Scene intent = buy.facts("openIntents", List.of(unvalued));
    Scene eth = Scene.of(limit(SPOT, Side.BUY, "0.01")).instrument("quoteCcy", "ETH");
    Scene cash =
        coin.policy("minCashRatio", num("0.1"))
            .facts("balance", Optional.of(Samples.balance("1")))
            .facts("rates", new UsdRates(Map.of()));
    return List.of(
        new Gap("max_open_positions", "positions", buy.missing("positions")),
        new Gap("max_position_size", "positions", buy.missing("positions")),
        new Gap("max_total_ratio", "positions", buy.missing("positions")),
        new Gap("max_open_positions", "pending orders", buy.missing("pendingOrders")),
        new Gap("max_open_orders", "pending orders", buy.missing("pendingOrders")),
        new Gap("max_position_size", "pending orders", buy.missing("pendingOrders")),
        new Gap("max_total_ratio", "pending orders", buy.missing("pendingOrders")),
        new Gap("max_total_ratio", "mark price of ETH-USDT-SWAP", other),
        new Gap("max_total_ratio", "mark price of ETH-USDT-SWAP", held),
        new Gap("max_position_size", "a sound size of order", none),
        new Gap("max_position_size", "a sound size of order", unsound),
        new Gap("max_total_ratio", "a sound size of order", over),
        new Gap("max_total_ratio", "a sound size of order", under),
        new Gap("max_total_ratio", "value of unresolved i7", intent),
        new Gap(
            "min_cash_ratio", "value of unresolved i7", intent.policy("minCashRatio", num("0.1"))),
        new Gap("max_order_size", "no USD rate for ETH", eth),
        new Gap("probation_size", "no USD rate for ETH", BrakeEdges.onProbation(eth)),
        new Gap("min_cash_ratio", "no USD rate for BTC", cash));
  }

  private static Scene stop(Scene scene) {
    return scene.stop("52000", "49000");
  }

  @ParameterizedTest
  @MethodSource("gaps")
  void deniesTheEntryNamingTheDatumAndTheRule(Gap gap) {
    Judgement judgement = gap.scene().judge();

    assertThat(judgement.allowed()).isFalse();
    assertThat(judgement.denials())
        .filteredOn(d -> d.code().equals("MISSING_DATA"))
        .anySatisfy(
            d -> {
              assertThat(d.rule()).isEqualTo("data");
              assertThat(d.message()).contains(gap.datum()).contains(gap.rule());
            });
    assertThat(judgement.checks())
        .filteredOn(c -> c.rule().equals(gap.rule()))
        .extracting(Judgement.Check::verdict)
        .containsExactly("denied");
  }

  /// What these need is always there, or stands for itself when it is not.
  private static final Set<String> NEED_NOTHING =
      Set.of(
          "read_only",
          "unresolved",
          "trading_state",
          "reconcile_within_minutes",
          "stage",
          "clock_skew_ms",
          "cooldown_minutes",
          "instruments",
          "sides");

  /// Without positions it is an entry, which the rule then has no quarrel with.
  private static final Set<String> ENTRIES_THEN = Set.of("reduce_only", "stop_on_exit");

  @Test
  void everyRuleHasSomethingToMissOrNeedsNothing() {
    Stream<String> missing = gaps().map(Gap::rule).distinct();
    Stream<String> rest = Stream.concat(NEED_NOTHING.stream(), ENTRIES_THEN.stream());
    assertThat(Stream.concat(missing, rest))
        .containsExactlyInAnyOrderElementsOf(Rules.ALL.stream().map(Rule::name).toList());
  }

  @Test
  void anUnmarkedCloseIsAnEntryWhenThePositionIsUnknown() {
    Scene close = Scene.of(limit(SWAP, Side.SELL, "1")).positions(position(SWAP, PosSide.NET, "1"));

    assertThat(close.judge().entry()).isFalse();
    assertThat(close.missing("positions").judge().entry()).isTrue();
    assertThat(close.missing("positions").judge().allowed()).isFalse();
    assertThat(close.missing("positions").stop("48000", "51000").judge().allowed()).isFalse();
  }

  @Test
  void oneMissingDatumIsNamedOnceForAllRulesThatNeedIt() {
    Judgement judgement = Scene.buying("1").missing("quote").judge();

    assertThat(judgement.denials())
        .singleElement()
        .extracting(Denial::message)
        .asString()
        .contains("max_order_size, max_order_ratio, max_position_size, max_total_ratio");
    assertThat(judgement.notionalUsd()).isEmpty();
  }

  @Test
  void aMarketOrderNeedsABookFromNow() {
    Scene market = Scene.of(market(SWAP, Side.BUY, "1"));
    Book old = With.with(Samples.book(SWAP), "time", NOW.minusSeconds(11));

    assertThat(market.judge().allowed()).isTrue();
    assertThat(market.facts("book", Optional.of(old)).judge().denials())
        .extracting(Denial::code)
        .containsExactly("STALE_QUOTE");
  }

  @Test
  void aRuleThatBreaksDeniesTheEntryAndLetsTheExitThrough() {
    Rule broken = new Broken();
    Scene buy = Scene.buying("1");
    Scene exit = buy.order("side", Side.SELL).positions(position(SWAP, PosSide.NET, "1"));
    Guard guard = new Guard(List.of(broken));

    assertThat(guard.judge(buy.draft(), buy.facts(), buy.policy()).denials())
        .singleElement()
        .extracting(Denial::code, Denial::message)
        .satisfies(t -> assertThat(t.toString()).contains("MISSING_DATA", "broken"));
    assertThat(guard.judge(exit.draft(), exit.facts(), exit.policy()).allowed()).isTrue();
  }

  /// Fails as arithmetic does on data that cannot be.
  private record Broken() implements Rule {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public String limit(Policy policy) {
      return "";
    }

    @Override
    public boolean bindsExits() {
      return true;
    }

    @Override
    public Finding look(Situation order) {
      throw new ArithmeticException("Division by zero");
    }
  }
}
