package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.market;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.pending;
import static dev.okxguard.guard.Samples.position;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a batch sends first counts against what comes later, and never for it. One contract is
/// worth 500 USD.
class AheadTest {
  private static Ahead ahead(Scene scene) {
    return new Guard().ahead(new OrderRequest(scene.draft(), false), scene.facts(), scene.policy());
  }

  private static Scene behind(Scene scene, Scene... first) {
    List<Ahead> all = new ArrayList<>();
    for (Scene one : first) {
      all.add(ahead(one.facts("ahead", List.copyOf(all))));
    }
    return scene.facts("ahead", all);
  }

  private static List<String> codes(Scene scene) {
    return scene.judge().denials().stream().map(Denial::code).toList();
  }

  @Test
  void itAddsToThePositionAndToTheTotal() {
    Scene first = Scene.buying("3");
    Scene second = Scene.buying("2");
    assertThat(codes(behind(second.policy("maxPositionSize", num("2500")), first))).isEmpty();
    assertThat(codes(behind(second.policy("maxPositionSize", num("2499")), first)))
        .containsExactly("MAX_POSITION_SIZE");
    assertThat(codes(behind(second.policy("maxTotalRatio", num("0.024")), first)))
        .containsExactly("MAX_TOTAL_RATIO");
  }

  @Test
  void itCountsAsAnOrderAndAsAnEntry() {
    Scene first = Scene.buying("3");
    Scene second = Scene.buying("2");
    assertThat(codes(behind(second.policy("maxOpenOrders", 1), first)))
        .containsExactly("MAX_OPEN_ORDERS");
    assertThat(codes(behind(second.policy("maxDailyTrades", 1), first)))
        .containsExactly("MAX_DAILY_TRADES");
    assertThat(codes(behind(second.policy("maxOrdersPerMinute", 1), first)))
        .containsExactly("MAX_ORDERS_PER_MINUTE");
    assertThat(codes(behind(second.policy("repeatLimit", 1), first)))
        .containsExactly("REPEAT_LIMIT");
    assertThat(
            codes(
                behind(Scene.of(limit(SPOT, Side.BUY, "1")).policy("maxOpenPositions", 1), first)))
        .containsExactly("MAX_OPEN_POSITIONS");
  }

  @Test
  void itTiesUpCash() {
    Scene first = Scene.buying("5");
    Scene second = Scene.buying("5").policy("minCashRatio", num("0.995"));
    assertThat(codes(second)).isEmpty();
    assertThat(codes(behind(second, first))).containsExactly("MIN_CASH_RATIO");
  }

  @Test
  void itTakesTheBookFromAMarketOrder() {
    Scene market = Scene.of(market(SWAP, Side.BUY, "1"));
    BigDecimal depth =
        market.facts().book().orElseThrow().asks().stream()
            .map(level -> level.sz())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Scene all = Scene.of(market(SWAP, Side.BUY, depth.toPlainString()));
    assertThat(codes(market)).isEmpty();
    assertThat(codes(behind(market, all))).contains("MISSING_DATA");
  }

  @Test
  void anExitLeavesLessForTheNextOne() {
    Scene close = Scene.of(limit(SWAP, Side.SELL, "3")).positions(position(SWAP, PosSide.NET, "5"));
    assertThat(close.judge().entry()).isFalse();
    assertThat(behind(close, close).judge().entry()).isTrue();
    assertThat(codes(behind(close.policy("maxPositionSize", num("499")), close)))
        .contains("MAX_POSITION_SIZE");
  }

  @Test
  void spotSoldTwiceIsSoldOnce() {
    Scene sale =
        Scene.of(limit(SPOT, Side.SELL, "0.6")).facts("balance", Optional.of(Samples.balance("1")));
    assertThat(sale.judge().entry()).isFalse();
    assertThat(behind(sale, sale).judge().entry()).isTrue();
  }

  /// Whatever stands in front, nothing is allowed that would not be allowed alone.
  @Test
  void itNeverAllowsWhatWasDenied() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < 300; i++) {
            Scene scene = any(random).policy("maxPositionSize", num("3000"));
            Scene[] first = new Scene[1 + random.nextInt(3)];
            for (int n = 0; n < first.length; n++) {
              first[n] = new Scene(any(random).draft(), scene.facts(), scene.policy());
            }
            List<String> alone = codes(scene);
            List<String> after = codes(behind(scene, first));
            if (!alone.isEmpty()) {
              assertThat(after).as(scene.draft().toString()).isNotEmpty();
            }
            assertThat(behind(scene, first).judge().entry() || !scene.judge().entry()).isTrue();
          }
        });
  }

  private static Scene any(java.util.Random random) {
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    String size = String.valueOf(1 + random.nextInt(8));
    Scene scene =
        Scene.of(limit(SWAP, side, size))
            .positions(position(SWAP, PosSide.NET, String.valueOf(random.nextInt(9) - 4)));
    return random.nextInt(3) == 0 ? scene.order("reduceOnly", true) : scene;
  }

  @Test
  void aChangeIsJudgedAsTheOrderItLeavesBehind() {
    Order resting = pending(SWAP, Side.BUY, PosSide.NET, "3");
    Scene scene = Scene.buying("4").pending(resting).policy("maxPositionSize", num("2000"));
    assertThat(change(resting, scene)).isEmpty();
    assertThat(change(resting, scene.policy("maxPositionSize", num("1999"))))
        .containsExactly("MAX_POSITION_SIZE");
    assertThat(change(resting, scene.policy("maxOpenOrders", 1))).isEmpty();
  }

  @Test
  void takingSizeOffPassesWhateverTheLimits() {
    Order resting = pending(SWAP, Side.BUY, PosSide.NET, "3");
    OrderDraft less = With.with(Scene.buying("2").draft(), "px", resting.px());
    Scene scene = new Scene(less, Samples.facts(SWAP), Samples.policy()).pending(resting);
    Scene tight = scene.policy("maxOrderSize", num("1")).policy("minCashRatio", num("2"));
    assertThat(change(resting, tight)).isEmpty();
    assertThat(change(resting, tight.missing("balance").missing("positions"))).isEmpty();
    assertThat(change(resting, tight.policy("readOnly", true))).containsExactly("READ_ONLY");
    OrderDraft moved = With.with(less, "px", resting.px().map(px -> px.add(num("1"))));
    assertThat(change(resting, new Scene(moved, tight.facts(), tight.policy())))
        .contains("MAX_ORDER_SIZE");
  }

  private static List<String> change(Order from, Scene scene) {
    OrderRequest request = OrderRequest.change(from, scene.draft());
    return new Guard()
        .judge(request, scene.facts(), scene.policy()).denials().stream()
            .map(Denial::code)
            .toList();
  }
}
