package dev.okxguard.trade;

import static dev.okxguard.trade.Scales.inverse;
import static dev.okxguard.trade.Scales.limit;
import static dev.okxguard.trade.Scales.linear;
import static dev.okxguard.trade.Scales.market;
import static dev.okxguard.trade.Scales.num;
import static dev.okxguard.trade.Scales.spot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import dev.okxguard.model.Size;
import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An order in parts is the whole order, in sizes that can be traded.
class TranchesTest {

  private static List<String> parts(OrderDraft draft, Size size, int count, Instrument instrument) {
    return Tranches.of(new PlaceRequest(draft, size, Optional.empty()), count, instrument).stream()
        .map(part -> part.size().text())
        .toList();
  }

  private static Fault fault(OrderDraft draft, Size size, int count, Instrument instrument) {
    return catchThrowableOfType(Fault.class, () -> parts(draft, size, count, instrument));
  }

  private static Size exact(String sz) {
    return new Size.Exact(num(sz));
  }

  @Test
  void partsAreCutToTheLotWithTheRestOnTheLast() {
    assertThat(parts(limit(linear(), Side.BUY, "5"), exact("1"), 3, linear()))
        .containsExactly("0.3", "0.3", "0.4");
    assertThat(parts(market(linear(), Side.SELL), new Size.Contracts(num("1")), 4, linear()))
        .containsExactly("contracts 0.2", "contracts 0.2", "contracts 0.2", "contracts 0.4");
    assertThat(parts(market(spot(), Side.BUY), exact("100"), 3, spot()))
        .containsExactly("33.33", "33.33", "33.34");
    assertThat(parts(market(linear(), Side.BUY), new Size.Usd(num("100")), 3, linear()))
        .containsExactly("usd 33.33", "usd 33.33", "usd 33.34");
    assertThat(parts(market(linear(), Side.BUY), new Size.Base(num("0.01")), 3, linear()))
        .containsExactly("base 0.003", "base 0.003", "base 0.004");
    assertThat(parts(market(inverse(), Side.BUY), new Size.Base(num("0.01")), 3, inverse()))
        .containsExactly("base 0.00333333", "base 0.00333333", "base 0.00333334");
    assertThat(parts(market(linear(), Side.BUY), new Size.RiskShare(num("0.01")), 4, linear()))
        .containsOnly("risk 0.0025");
  }

  @Test
  void eachPartHasAKeyOfItsOwn() {
    PlaceRequest whole =
        new PlaceRequest(
            limit(linear(), Side.BUY, "5"), new Size.Usd(num("10")), Optional.of("dca"));
    List<PlaceRequest> parts = Tranches.of(whole, 2, linear());
    assertThat(parts)
        .extracting(PlaceRequest::key)
        .containsExactly(Optional.of("dca/1"), Optional.of("dca/2"));
    PlaceRequest exact = new PlaceRequest(whole.draft(), exact("1"), Optional.empty());
    assertThat(Tranches.of(exact, 2, linear()))
        .allSatisfy(part -> assertThat(part.draft().sz()).isEqualByComparingTo("0.5"))
        .allSatisfy(part -> assertThat(part.key()).isEmpty());
  }

  @Test
  void whatCannotBeCutIsRefusedBeforeAnythingIsSent() {
    Fault small = fault(limit(linear(), Side.BUY, "5"), exact("0.5"), 10, linear());
    assertThat(small.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(small).hasMessageContaining("least size").hasMessageContaining("0.1 contracts");
    assertThat(fault(limit(linear(), Side.BUY, "5"), exact("1.05"), 2, linear()))
        .hasMessageContaining("multiple of 0.1");
    assertThat(fault(market(linear(), Side.BUY), new Size.Usd(num("0.05")), 10, linear()))
        .isNotNull();
  }

  @Test
  void thePartsTogetherAreTheWhole() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < 2000; i++) {
            int count = 2 + random.nextInt(99);
            BigDecimal lots = BigDecimal.valueOf(count + random.nextInt(9999));
            BigDecimal total = lots.multiply(num("0.1"));
            PlaceRequest whole =
                new PlaceRequest(
                    limit(linear(), Side.BUY, "5"), exact(total.toPlainString()), Optional.empty());
            List<PlaceRequest> parts = Tranches.of(whole, count, linear());
            assertThat(parts).hasSize(count);
            assertThat(
                    parts.stream()
                        .map(part -> part.draft().sz())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total);
            assertThat(parts)
                .allSatisfy(
                    part ->
                        assertThat(part.draft().sz().remainder(num("0.1")))
                            .isEqualByComparingTo("0"));
            assertThat(parts.getLast().draft().sz())
                .isGreaterThanOrEqualTo(parts.getFirst().draft().sz());
          }
        });
  }
}
