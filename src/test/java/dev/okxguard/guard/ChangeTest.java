package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.pending;
import static dev.okxguard.guard.Samples.position;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Balance;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A resting order that is to be changed: judged as what it leaves behind, with itself out of the
/// way and its cash free again. One contract is worth 500 USD.
class ChangeTest {
  private static final Order TWO = pending(SWAP, Side.BUY, PosSide.NET, "2");

  private static Judgement judge(Order from, Scene scene) {
    OrderRequest request = OrderRequest.change(from, scene.draft());
    return new Guard().judge(request, scene.facts(), scene.policy());
  }

  private static List<String> codes(Order from, Scene scene) {
    return judge(from, scene).denials().stream().map(Denial::code).toList();
  }

  private static void exactly(Order from, Scene scene, String component, String limit) {
    assertThat(codes(from, scene.policy(component, num(limit)))).isEmpty();
    BigDecimal less = num(limit).subtract(num("0.01"));
    assertThat(codes(from, scene.policy(component, less))).hasSize(1);
  }

  @Test
  void theOrderItselfIsOutOfTheWayAndOthersAreNot() {
    Order other = With.with(TWO, "ordId", "2");
    Scene three = Scene.buying("3").pending(TWO, other);
    exactly(TWO, three, "maxPositionSize", "2500");
  }

  @Test
  void whatIsFilledCountsOnceAsAPosition() {
    Order half = With.with(TWO, "accFillSz", num("1"));
    Scene three = Scene.buying("3").pending(half).positions(position(SWAP, PosSide.NET, "1"));
    exactly(half, three, "maxPositionSize", "1500");
  }

  @Test
  void takingSizeOffAtTheSamePriceIsAnExitAndNothingElseIs() {
    assertThat(judge(TWO, Scene.buying("1.9").pending(TWO)).entry()).isFalse();
    assertThat(judge(TWO, Scene.buying("2").pending(TWO)).entry()).isFalse();
    assertThat(judge(TWO, Scene.buying("2.1").pending(TWO)).entry()).isTrue();
    Scene dearer = Scene.buying("1").order("px", Samples.some("50000.1")).pending(TWO);
    assertThat(judge(TWO, dearer).entry()).isTrue();
  }

  @Test
  void theCashOfASpotOrderIsFreeAgainUpToWhatIsTiedUp() {
    Order from = pending(SPOT, Side.BUY, PosSide.NET, "0.02");
    Scene more = Scene.of(limit(SPOT, Side.BUY, "0.03")).pending(from);
    // 99,000 free, 1,000 tied up for the old order, 1,500 for the new one
    leaves(from, more.facts("balance", Optional.of(dollars("99000", "1000"))), "0.985");
    leaves(from, more.facts("balance", Optional.of(dollars("99000", "400"))), "0.979");
    Order other = With.with(from, "side", Side.SELL);
    leaves(other, more.facts("balance", Optional.of(dollars("99000", "1000"))), "0.975");
  }

  private static void leaves(Order from, Scene scene, String ratio) {
    assertThat(codes(from, scene.policy("minCashRatio", num(ratio)))).isEmpty();
    BigDecimal more = num(ratio).add(num("0.0001"));
    assertThat(codes(from, scene.policy("minCashRatio", more))).containsExactly("MIN_CASH_RATIO");
  }

  private static Balance dollars(String free, String frozen) {
    BigDecimal all = num(free).add(num(frozen));
    return new Balance(
        num("100000"),
        List.of(new Balance.Currency("USDT", all, all, num(free), num(frozen), Optional.of(all))));
  }

  @Test
  void theCoinsOfASpotSaleAreFreeAgain() {
    Order from = pending(SPOT, Side.SELL, PosSide.NET, "0.5");
    BigDecimal half = num("0.5");
    Balance tied =
        new Balance(
            num("100000"),
            List.of(
                new Balance.Currency("BTC", half, half, BigDecimal.ZERO, half, Optional.empty())));
    Scene sale =
        Scene.of(limit(SPOT, Side.SELL, "0.5"))
            .order("px", Samples.some("50001"))
            .pending(from)
            .facts("balance", Optional.of(tied));
    assertThat(judge(from, sale).entry()).isFalse();
    assertThat(judge(from, sale.size("0.50001")).entry()).isTrue();
    Scene plain = Scene.of(sale.draft()).facts("balance", Optional.of(tied));
    assertThat(plain.judge().entry()).isTrue();
  }

  @Test
  void inNetModeOnlyAMarkedOrderStaysAnExitWhenItIsChanged() {
    Order sale = pending(SWAP, Side.SELL, PosSide.NET, "1");
    Scene two =
        Scene.of(limit(SWAP, Side.SELL, "2"))
            .pending(sale)
            .positions(position(SWAP, PosSide.NET, "2"));
    assertThat(judge(sale, two).entry()).isTrue();
    assertThat(judge(sale, two.order("reduceOnly", true)).entry()).isFalse();
  }

  @Test
  void aLegsOwnSideStaysAnExitWhenItIsChanged() {
    Order sale = pending(SWAP, Side.SELL, PosSide.LONG, "1");
    OrderDraft draft = With.with(limit(SWAP, Side.SELL, "2"), "posSide", PosSide.LONG);
    Scene two =
        Scene.of(draft)
            .config("posMode", dev.okxguard.model.PosMode.LONG_SHORT)
            .pending(sale)
            .positions(position(SWAP, PosSide.LONG, "2"));
    assertThat(judge(sale, two).entry()).isFalse();
    assertThat(judge(sale, two.size("2.1")).allowed()).isFalse();
  }

  @Test
  void aStopThatWasThereKeepsNoShrinkingFromPassing() {
    Scene less = Scene.buying("1").stop("52000", "49000").pending(TWO);
    assertThat(judge(TWO, less).entry()).isFalse();
    assertThat(codes(TWO, less)).isEmpty();
  }
}
