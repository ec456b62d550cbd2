package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.position;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Book;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is counted once, and that every rule says what it saw.
class CountsAndChecksTest {
  private static List<String> codes(Scene scene) {
    return scene.judge().denials().stream().map(Denial::code).toList();
  }

  @Test
  void anOrderOfUnknownFateOnTheSameInstrumentIsNoFurtherPosition() {
    Scene one = Scene.buying("1").policy("maxOpenPositions", 1);
    Facts.OpenIntent here = Samples.intent(SWAP, Side.BUY, "1");
    Facts.OpenIntent there = Samples.intent("ETH-USDT-SWAP", Side.BUY, "1");
    assertThat(codes(one.facts("openIntents", List.of(here)))).doesNotContain("MAX_OPEN_POSITIONS");
    assertThat(codes(one.facts("openIntents", List.of(there)))).contains("MAX_OPEN_POSITIONS");
    assertThat(codes(one.policy("maxOpenPositions", 2).facts("openIntents", List.of(there, there))))
        .doesNotContain("MAX_OPEN_POSITIONS");
  }

  @Test
  void aChangeInTheBatchIsNoFurtherOrder() {
    Order resting = Samples.pending(SWAP, Side.BUY, PosSide.NET, "1");
    Scene two = Scene.buying("1").policy("maxOpenOrders", 2).pending(resting);
    Ahead change = ahead(Optional.of(resting));
    assertThat(codes(two.facts("ahead", List.of(change)))).doesNotContain("MAX_OPEN_ORDERS");
    assertThat(codes(two.facts("ahead", List.of(ahead(Optional.empty())))))
        .contains("MAX_OPEN_ORDERS");
  }

  private static Ahead ahead(Optional<Order> changes) {
    return new Ahead(
        limit(SWAP, Side.SELL, "0.1"), num("0.1"), false, some("50"), some("1"), changes);
  }

  @Test
  void anExitOnALegThatTheModeDoesNotHaveIsDenied() {
    Scene net = Scene.of(limit(SWAP, Side.SELL, "1")).positions(position(SWAP, PosSide.NET, "1"));
    assertThat(net.order("posSide", PosSide.LONG).judge().denials())
        .extracting(Denial::message)
        .anyMatch(message -> message.endsWith("net_mode: posSide must be net"));
    Scene legs =
        Scene.of(limit(SWAP, Side.SELL, "1"))
            .config("posMode", PosMode.LONG_SHORT)
            .positions(position(SWAP, PosSide.LONG, "1"));
    assertThat(codes(legs.order("posSide", PosSide.LONG))).isEmpty();
    assertThat(legs.order("reduceOnly", true).judge().denials())
        .extracting(Denial::message)
        .anyMatch(message -> message.endsWith("posSide must be long or short"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void aBestPriceThatIsNoneIsNotTakenForOne(String px) {
    var quote = Samples.facts(SWAP).quote().orElseThrow();
    var draft = limit(SWAP, Side.BUY, "1");
    OrderPrices prices = new OrderPrices(draft, With.with(quote, "ask", some(px)));
    assertThat(prices.market()).isEqualTo(num("50000"));
  }

  @Test
  void anOrderWithoutASizeHasNoAveragePrice() {
    var quote = Samples.facts(SWAP).quote().orElseThrow();
    var draft = Samples.market(SWAP, Side.BUY, "0");
    Optional<Book> book = Optional.of(Samples.book(SWAP));
    assertThat(new OrderPrices(draft, quote, book, false).average()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"60,3600,false", "60,3599,true", "0,1,false"})
  void aCooldownEndsToTheSecond(int minutes, int secondsAgo, boolean denied) {
    Scene scene =
        Scene.buying("1")
            .policy("breakers", Samples.cooldown(minutes))
            .facts("brakes", Samples.trippedAt(Samples.NOW.minusSeconds(secondsAgo)));
    assertThat(codes(scene)).isEqualTo(denied ? List.of("COOLDOWN") : List.of());
    assertThat(check(scene, "cooldown_minutes").value())
        .isEqualTo(minutes == 0 ? "off" : Samples.NOW.minusSeconds(secondsAgo).toString());
  }

  private static Judgement.Check check(Scene scene, String rule) {
    return scene.judge().checks().stream()
        .filter(check -> check.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyRuleSaysWhatItSawOnce() {
    Scene buy = Scene.buying("1");
    Scene sale = Scene.of(limit(SWAP, Side.SELL, "1")).positions(position(SWAP, PosSide.NET, "1"));
    int rules = Rules.under(buy.policy()).size();
    for (Scene scene :
        List.of(
            buy,
            sale,
            buy.missing("balance"),
            sale.missing("quote"),
            buy.policy("maxOrderSize", num("1")))) {
      assertThat(scene.judge().checks()).extracting(Judgement.Check::rule).hasSize(rules);
    }
    assertThat(check(buy, "max_order_size").verdict()).isEqualTo("ok");
    assertThat(check(buy, "duplicate_window_s").verdict()).isEqualTo("skipped");
    assertThat(check(sale, "max_order_size").verdict()).isEqualTo("skipped");
    assertThat(check(buy.policy("maxOrderSize", num("1")), "max_order_size").verdict())
        .isEqualTo("denied");
    assertThat(check(buy.missing("balance"), "max_order_ratio").verdict()).isEqualTo("denied");
  }

  private static Judgement judgement(String usd, String... denied) {
    List<Denial> denials =
        Stream.of(denied).map(code -> new Denial(code, code, "", "", "")).toList();
    return new Judgement(
        false,
        usd.isEmpty() ? Optional.empty() : some(usd),
        List.of(new Judgement.Check("rule of " + usd, "", "", "ok")),
        denials);
  }

  private static String shown(Judgement judgement) {
    return judgement.checks().getFirst().rule()
        + judgement.notionalUsd().map(usd -> ", " + usd).orElse("")
        + judgement.denials().stream().map(Denial::code).toList();
  }

  @Test
  void ofTwoThingsAnOrderMayBecomeTheLargerIsShownAndEveryDenialOfBoth() {
    assertThat(shown(judgement("1").or(judgement("2")))).isEqualTo("rule of 2, 2[]");
    assertThat(shown(judgement("2").or(judgement("1")))).isEqualTo("rule of 2, 2[]");
    assertThat(shown(judgement("2").or(judgement("1", "A")))).isEqualTo("rule of 1, 2[A]");
    assertThat(shown(judgement("1", "A").or(judgement("2")))).isEqualTo("rule of 1, 2[A]");
    assertThat(shown(judgement("1", "A").or(judgement("2", "B", "A"))))
        .isEqualTo("rule of 2, 2[A, B]");
    assertThat(shown(judgement("").or(judgement("2")))).isEqualTo("rule of 2, 2[]");
  }

  @Test
  void whatMayBecomeAnEntryIsOne() {
    Judgement exit = judgement("1");
    Judgement entry = new Judgement(true, some("1"), List.of(), List.of());
    assertThat(exit.or(exit).entry()).isFalse();
    assertThat(exit.or(entry).entry()).isTrue();
    assertThat(entry.or(exit).entry()).isTrue();
  }

  @Test
  void stagesFollowEachOtherAndNoneIsLeftOut() {
    assertThat(Stage.DEMO.next()).contains(Stage.OBSERVE);
    assertThat(Stage.OBSERVE.next()).contains(Stage.PROBATION);
    assertThat(Stage.PROBATION.next()).contains(Stage.FULL);
    assertThat(Stage.FULL.next()).isEmpty();
    for (Stage stage : Stage.values()) {
      assertThat(Stage.of(stage.word())).contains(stage);
    }
    assertThat(Stage.of("ful")).isEmpty();
  }

  @Test
  void aSettingIsNotChangedWhileOnlyExitsMayGo() {
    Brakes reducing = With.with(Brakes.none(), "reducing", Optional.of("winding down"));
    assertThat(new GuardWrite().judgeReducing(reducing))
        .extracting(Denial::rule)
        .containsExactly("trading_state");
    assertThat(new GuardWrite().judgeReducing(Brakes.none())).isEmpty();
  }
}
