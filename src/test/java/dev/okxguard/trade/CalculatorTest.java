package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import dev.okxguard.model.Size;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an order would be and cost is worked out from what is read now, and nothing else is read.
class CalculatorTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  private static PlaceRequest swap(Size size) {
    return new PlaceRequest(
        Orders.contract(Side.BUY, OrdType.MARKET, "0", "", false), size, Optional.empty());
  }

  private Calculation calculated(PlaceRequest request, String... faults) {
    return scene.process(
        process -> new Calculator(process.exchange(), Environment.PAPER).of(request), faults);
  }

  @Test
  void aValueBecomesASizeWithItsFiguresAndLeavesNoTrace() {
    Calculation calculation = calculated(swap(new Size.Usd(new BigDecimal("1000"))));
    BigDecimal px = scene.price(Orders.SWAP, "1");
    BigDecimal worth = calculation.draft().sz().multiply(new BigDecimal("0.01")).multiply(px);
    assertThat(worth).isBetween(new BigDecimal("980"), new BigDecimal("1000"));
    Estimate estimate = calculation.estimate().orElseThrow();
    assertThat(estimate.contracts().orElseThrow()).isEqualByComparingTo(calculation.draft().sz());
    assertThat(estimate.feeUsd()).isPresent();
    assertThat(estimate.margin()).isPresent();
    assertThat(home.resolve("state")).satisfies(state -> assertThat(Files.exists(state)).isFalse());
  }

  @Test
  void withoutFeeRatesTheFeeIsNotGuessed() {
    Estimate estimate =
        calculated(swap(new Size.Usd(new BigDecimal("1000"))), "50026@GET:/account/trade-feex*")
            .estimate()
            .orElseThrow();
    assertThat(estimate.feeRate()).isEmpty();
    assertThat(estimate.feeUsd()).isEmpty();
    assertThat(estimate.notionalUsd()).isPresent();
  }

  @Test
  void aSizeThatHangsOnWhatCannotBeReadIsNone() {
    assertThatThrownBy(
            () ->
                calculated(
                    swap(new Size.Usd(new BigDecimal("1000"))), "50026@GET:/public/instrumentsx*"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
              assertThat(fault.hint()).contains("instrument BTC-USDT-SWAP: OKX answered 50026");
            });
  }

  @Test
  void aSizeTooSmallToPlaceIsTheCallersFault() {
    assertThatThrownBy(() -> calculated(swap(new Size.Usd(new BigDecimal("0.01")))))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void theCheckOfAnOrderShowsItsFiguresAndPlacingItDoesNot() {
    Outcome checked = scene.run(gateway -> gateway.check(Orders.buy("20")));
    assertThat(checked.ticket().estimate().orElseThrow().notionalUsd()).isPresent();
    Outcome placed = scene.run(gateway -> gateway.place(Orders.buy("20")));
    assertThat(placed.ticket().estimate()).isEmpty();
  }

  @Test
  void anExitTiesUpNoMargin() {
    scene.hold("0.1");
    PlaceRequest entry = Orders.swap(Side.BUY, "0.01", false, "e");
    PlaceRequest exit = Orders.swap(Side.SELL, "0.1", false, "x");
    scene.limits("require_stop_loss = \"never\"");
    assertThat(margin(entry)).isPresent();
    assertThat(margin(exit)).isEmpty();
  }

  private Optional<Amount> margin(PlaceRequest request) {
    Outcome checked = scene.run(gateway -> gateway.check(request));
    return checked.ticket().estimate().orElseThrow().margin();
  }

  /// A limit order needs no book, and cash no leverage.
  @ParameterizedTest
  @CsvSource({"spot market, 1, 0", "spot limit, 0, 0", "swap market, 1, 1", "swap limit, 0, 1"})
  void onlyWhatTheOrderHangsOnIsRead(String kind, int books, int leverages) {
    String px = scene.price(kind.startsWith("spot") ? Orders.PAIR : Orders.SWAP, "0.99") + "";
    PlaceRequest request =
        switch (kind) {
          case "spot market" -> Orders.buy("20");
          case "spot limit" -> Orders.limit(Side.BUY, "0.0002", px, "k");
          case "swap market" -> Orders.swap(Side.BUY, "0.01", false, "k");
          default ->
              new PlaceRequest(
                  Orders.contract(Side.BUY, OrdType.LIMIT, "0.01", px, false), Optional.empty());
        };
    try (PaperDesk.Process process = scene.desk.process()) {
      process.gateway().place(request);
      assertThat(process.wire().count("GET", "/api/v5/market/books")).isEqualTo(books);
      assertThat(process.wire().count("GET", "/api/v5/account/leverage-info")).isEqualTo(leverages);
    }
  }
}
