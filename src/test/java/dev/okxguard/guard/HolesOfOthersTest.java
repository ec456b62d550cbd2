package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.market;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.position;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.Balance;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other trading systems are known to let through, or to do of themselves, and this guard does
/// not. The ways of such orders to the exchange are tried in the gateway's tests of the same name.
class HolesOfOthersTest {

  private static List<String> codes(Scene scene) {
    Judgement judgement = scene.judge();
    assertThat(judgement.allowed()).isEqualTo(judgement.denials().isEmpty());
    return judgement.denials().stream().map(Denial::code).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"config", "balance", "positions", "pendingOrders", "pendingAlgos"})
  void anAccountThatIsNotKnownPassesNoCheckForThatReason(String datum) {
    assertThat(codes(cautious(Scene.buying("1")).missing(datum))).containsOnly("MISSING_DATA");
  }

  private static Scene cautious(Scene scene) {
    return scene.policy("noWithdrawKey", true).policy("minCashRatio", num("0.1"));
  }

  @Test
  void anAccountOfWhichNothingIsKnownPassesNoCheckForThatReason() {
    Scene nothing =
        cautious(Scene.buying("1"))
            .missing("config")
            .missing("balance")
            .missing("positions")
            .missing("pendingOrders")
            .missing("pendingAlgos")
            .missing("leverage")
            .missing("recent")
            .noInstrument()
            .noMarks();
    assertThat(codes(nothing)).isNotEmpty().containsOnly("MISSING_DATA");
  }

  @Test
  void anOrderAtMarketWithoutPricesIsDeniedRatherThanLeftUnchecked() {
    Scene buy = Scene.of(market(SWAP, Side.BUY, "1"));
    assertThat(codes(buy)).isEmpty();
    assertThat(codes(buy.missing("quote"))).containsOnly("MISSING_DATA");
    assertThat(codes(buy.missing("book"))).containsOnly("MISSING_DATA");
    assertThat(codes(buy.missing("quote").missing("book").noMarks())).containsOnly("MISSING_DATA");
  }

  @Test
  void aTrailingEntryWithoutPricesIsDeniedRatherThanLeftUnchecked() {
    AlgoDraft trail = AlgoSamples.trail(Side.BUY, "1", "0.01");
    Scene blind = Scene.buying("1").missing("quote").missing("book");
    Judgement judgement = new Guard().judge(trail, false, blind.facts(), blind.policy());
    assertThat(judgement.denials()).extracting(Denial::code).contains("MISSING_DATA");
  }

  @Test
  void ordersAtMarketMeetTheLimitsOfAllOthers() {
    Scene buy = Scene.of(market(SWAP, Side.BUY, "2"));
    assertThat(codes(buy.policy("maxOrderSize", num("999.99")))).containsExactly("MAX_ORDER_SIZE");
    assertThat(codes(buy.policy("maxPositionSize", num("999.99"))))
        .containsExactly("MAX_POSITION_SIZE");
    assertThat(codes(buy.policy("maxTotalRatio", num("0.0099"))))
        .containsExactly("MAX_TOTAL_RATIO");
    assertThat(codes(buy.size("20").policy("maxSlippage", num("0.0099"))))
        .containsExactly("MAX_SLIPPAGE");
  }

  @Test
  void noBalanceOfTheMarginCurrencyMeansNoMargin() {
    Scene poor =
        Scene.buying("1")
            .policy("minCashRatio", num("0.001"))
            .facts("balance", Optional.of(new Balance(num("100000"), List.of())));
    assertThat(codes(poor)).containsExactly("MIN_CASH_RATIO");
  }

  @Test
  void marginThatCannotBeComputedIsNotTakenForNone() {
    Scene cash = Scene.buying("1").policy("minCashRatio", num("0.001"));
    assertThat(codes(cash.missing("leverage"))).containsOnly("MISSING_DATA");
    assertThat(codes(cash.facts("leverage", some("0")))).containsOnly("MISSING_DATA");
    assertThat(codes(cash.facts("leverage", some("-5")))).containsOnly("MISSING_DATA");
  }

  @Test
  void aSaleBeyondTheLongPositionIsNoExit() {
    Scene sale = Scene.of(limit(SWAP, Side.SELL, "10")).positions(position(SWAP, PosSide.NET, "1"));
    assertThat(sale.judge().entry()).isTrue();
    assertThat(codes(sale.policy("sides", Set.of("buy")))).containsExactly("SIDE");
    assertThat(codes(sale.order("reduceOnly", true))).containsExactly("EXCEEDS_POSITION");
    assertThat(sale.size("1").judge().entry()).isFalse();
  }

  @Test
  void nothingIsReducedOnAFlatAccount() {
    Scene sale = Scene.of(limit(SWAP, Side.SELL, "1"));
    assertThat(sale.judge().entry()).isTrue();
    assertThat(codes(sale.order("reduceOnly", true))).containsExactly("WRONG_DIRECTION");
  }

  @Test
  void whileOnlyExitsMayGoASaleBeyondThePositionAndAnEntryFromFlatAreDenied() {
    Scene sale = Scene.of(limit(SWAP, Side.SELL, "2"));
    for (Scene scene : List.of(sale, sale.positions(position(SWAP, PosSide.NET, "1")))) {
      assertThat(codes(reducing(scene))).containsExactly("REDUCING");
    }
    Scene exit = reducing(sale.positions(position(SWAP, PosSide.NET, "2")));
    assertThat(codes(exit)).isEmpty();
  }

  private static Scene reducing(Scene scene) {
    return scene.facts(
        "brakes", With.with(scene.facts().brakes(), "reducing", Optional.of("winding down")));
  }

  @Test
  void aCheckThatBreaksLetsNothingThrough() {
    Scene buy = Scene.buying("1");
    Guard broken = new Guard(List.of(new Breaks()));
    assertThat(broken.judge(buy.draft(), buy.facts(), buy.policy()).allowed()).isFalse();
    Judgement plain = new Guard().judge(buy.draft(), buy.facts(), buy.policy());
    assertThat(plain.allowed()).isTrue();
  }

  /// As a check does that somebody wrote in a hurry.
  private record Breaks() implements Rule {
    @Override
    public String name() {
      return "breaks";
    }

    @Override
    public String limit(Policy policy) {
      return "";
    }

    @Override
    public Finding look(Situation order) {
      throw new NullPointerException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-50000"})
  void aPriceThatIsNoneIsNoReference(String price) {
    Scene buy = Scene.buying("1");
    assertThat(codes(buy.facts("marks", Map.of(SWAP, num(price))))).containsOnly("MISSING_DATA");
    assertThat(codes(buy.quote("last", num(price)))).containsOnly("MISSING_DATA");
    assertThat(codes(buy.noMarks())).containsOnly("MISSING_DATA");
  }

  @Test
  void theMultiplierOfAContractIsPartOfItsSize() {
    Scene buy = Scene.buying("1").instrument("ctMult", some("10"));
    assertThat(codes(buy.policy("maxOrderSize", num("5000")))).isEmpty();
    assertThat(codes(buy.policy("maxOrderSize", num("4999.99")))).containsExactly("MAX_ORDER_SIZE");
  }

  @Test
  void leverageIsAsDangerousAsAnOrder() {
    GuardWrite guard = new GuardWrite();
    Facts facts = Samples.facts(SWAP);
    assertThat(guard.judgeLeverage(num("10.1"), facts.leverage(), Samples.policy()))
        .extracting(Denial::code)
        .containsExactly("MAX_LEVERAGE");
    Policy readOnly = Samples.policy().asReadOnly();
    assertThat(guard.judgeLeverage(num("1"), facts.leverage(), readOnly))
        .extracting(Denial::code)
        .containsExactly("READ_ONLY");
  }

  @Test
  void spotThatIsSoldBeyondWhatIsOwnedIsNoExit() {
    Scene sale =
        Scene.of(limit(SPOT, Side.SELL, "0.5"))
            .facts("balance", Optional.of(Samples.balance("0.5")));
    assertThat(sale.judge().entry()).isFalse();
    assertThat(sale.size("0.50001").judge().entry()).isTrue();
  }
}
