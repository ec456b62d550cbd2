package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.Positions.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A close takes off what was asked, in every mode, and nothing else.
class ClosingTest {
  private static final Kind NET = new Kind(Positions.LINEAR, TdMode.CROSS, PosSide.NET);

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;
  private Positions positions;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
    positions = new Positions(desk, time);
    positions.fund("BTC", "1");
  }

  @ParameterizedTest
  @CsvSource({
    "BTC-USDT-SWAP cross net, 2, whole, 0",
    "BTC-USDT-SWAP cross net, -2, whole, 0",
    "BTC-USDT-SWAP isolated net, 2, whole, 0",
    "BTC-USDT-SWAP isolated net, -2, whole, 0",
    "BTC-USD-SWAP cross net, 3, whole, 0",
    "BTC-USD-SWAP isolated net, -3, whole, 0",
    "BTC-USDT-SWAP cross long, 2, whole, 0",
    "BTC-USDT-SWAP cross short, -2, whole, 0",
    "BTC-USDT-SWAP isolated long, 2, whole, 0",
    "BTC-USD-SWAP cross short, -3, whole, 0",
    "BTC-USDT-SWAP cross net, 2, 0.5, 1.5",
    "BTC-USDT-SWAP cross net, -2, 0.5, -1.5",
    "BTC-USDT-SWAP isolated long, 2, 1.99, 0.01",
    "BTC-USDT-SWAP cross short, -2, 0.5, -1.5",
    "BTC-USD-SWAP isolated net, 3, 0.1, 2.9",
    "BTC-USDT-SWAP cross net, 2, 50%, 1",
    "BTC-USDT-SWAP cross net, -0.05, 50%, -0.03",
    "BTC-USDT-SWAP cross net, 2, 100%, 0",
    "BTC-USDT-SWAP cross net, 2, 2, 0",
    "BTC-USDT-SWAP cross net, 2, 0.559, 1.45",
    "BTC-USDT-SWAP cross net, 2, 7, 0"
  })
  void itLeavesExactlyTheRest(String leg, String held, String size, String rest) {
    Kind kind = Kind.of(leg);
    if (kind.posSide() != PosSide.NET) {
      positions.hedged();
    }
    positions.open(kind, held);
    Positions.Attempt attempt = positions.close(Positions.of(kind, size(size)), List.of());
    Outcome.Accepted accepted = attempt.accepted();
    assertThat(attempt.sent()).isEqualTo(1);
    assertThat(positions.held(kind)).isEqualByComparingTo(rest);
    assertThat(accepted.seen().orElseThrow().state().word()).isEqualTo("filled");
    assertThat(accepted.ordId()).isEqualTo(accepted.seen().orElseThrow().ordId());
    assertThat(positions.word()).isEqualTo("accepted");
    assertThat(positions.halted()).isFalse();
  }

  private static CloseSize size(String text) {
    if (text.equals("whole")) {
      return new CloseSize.Whole();
    }
    return text.endsWith("%")
        ? new CloseSize.Ratio(new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2))
        : new CloseSize.Contracts(new BigDecimal(text));
  }

  @Test
  void moreThanIsHeldMeansAllOfItAndIsSaid() {
    positions.open(NET, "2");
    Positions.Attempt attempt = positions.close(Positions.of(NET, size("7")), List.of());
    assertThat(attempt.accepted().remark()).contains("7 was asked for, only 2 is held");
  }

  @ParameterizedTest
  @CsvSource({"0.001, below the least of 0.01", "0.1%, below the least of 0.01"})
  void aPartBelowTheLeastIsNotSent(String size, String why) {
    positions.open(NET, "2");
    Positions.Attempt attempt = positions.close(Positions.of(NET, size(size)), List.of());
    assertThat(attempt.told()).startsWith("fault USAGE").contains(why);
    assertThat(attempt.sent()).isZero();
    assertThat(positions.held(NET)).isEqualByComparingTo("2");
  }

  @Test
  void ofTwoLegsOnlyTheNamedOneChangesAndWithoutANameNone() {
    positions.hedged();
    Kind longs = Kind.of("BTC-USDT-SWAP cross long");
    Kind shorts = Kind.of("BTC-USDT-SWAP cross short");
    Kind isolated = Kind.of("BTC-USDT-SWAP isolated long");
    positions.open(longs, "2");
    positions.open(shorts, "-3");
    positions.open(isolated, "1");
    Positions.Attempt vague = positions.close(Positions.whole(Positions.LINEAR), List.of());
    assertThat(vague.told()).startsWith("fault USAGE").contains("several legs");
    assertThat(vague.fault().orElseThrow().hint())
        .contains("--mgnMode cross --posSide long (2)")
        .contains("--mgnMode cross --posSide short (-3)")
        .contains("--mgnMode isolated --posSide long (1)");
    assertThat(vague.sent()).isZero();
    positions.close(Positions.of(longs, size("whole")), List.of()).accepted();
    assertThat(positions.held(longs)).isZero();
    assertThat(positions.held(shorts)).isEqualByComparingTo("-3");
    assertThat(positions.held(isolated)).isEqualByComparingTo("1");
    positions.close(Positions.of(shorts, size("50%")), List.of()).accepted();
    assertThat(positions.held(shorts)).isEqualByComparingTo("-1.5");
    assertThat(positions.held(isolated)).isEqualByComparingTo("1");
  }

  @Test
  void withNothingToCloseNothingIsSent() {
    Positions.Attempt swap = positions.close(Positions.whole(Positions.LINEAR), List.of());
    assertThat(swap.told()).startsWith("Rejected nothing to close");
    Positions.Attempt spot = positions.close(Positions.whole(Orders.PAIR), List.of());
    assertThat(spot.told()).startsWith("Rejected nothing to close");
    assertThat(spot.rejected().next()).contains("order place BTC-USDT --side sell");
    assertThat(swap.sent() + spot.sent()).isZero();
    positions.open(NET, "2");
    Positions.Attempt other =
        positions.close(
            Positions.of(Kind.of("BTC-USDT-SWAP isolated net"), size("whole")), List.of());
    assertThat(other.told()).startsWith("Rejected no such leg");
    assertThat(other.rejected().next()).contains("--mgnMode cross (2)");
    assertThat(positions.held(NET)).isEqualByComparingTo("2");
  }

  @Test
  void okxsOwnCloseClearsTheClosingOrdersThatStandInTheWay() {
    positions.open(NET, "2");
    positions.trade(restingExit("1.01"));
    Positions.Attempt attempt = positions.close(Positions.autoCxl(Positions.LINEAR), List.of());
    Outcome.Accepted accepted = attempt.accepted();
    assertThat(accepted.ticket().request().path("autoCxl").asBoolean()).isTrue();
    assertThat(accepted.seen().orElseThrow().accFillSz()).isEqualByComparingTo("2");
    assertThat(positions.held(NET)).isZero();
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.exchange().pendingOrders()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"isolated, buy, 500", "cross, sell, 0.01"})
  void aMarginPositionIsClosedByOkx(String mode, String side, String sz) {
    try (PaperDesk.Process process = desk.process()) {
      ObjectNode body =
          JsonNodeFactory.instance
              .objectNode()
              .put("instId", Orders.PAIR)
              .put("tdMode", mode)
              .put("ccy", "USDT")
              .put("side", side)
              .put("ordType", "market")
              .put("sz", sz);
      assertThat(process.exchange().send(Write.ORDER, body, Optional.empty()))
          .isInstanceOf(WriteReply.Accepted.class);
      assertThat(process.exchange().positions()).hasSize(1);
      Positions.Attempt part =
          Positions.close(Positions.request(Orders.PAIR, size("50%")), process);
      assertThat(part.told()).startsWith("fault USAGE");
      Outcome.Accepted whole = Positions.close(Positions.whole(Orders.PAIR), process).accepted();
      assertThat(whole.ticket().request().has("sz")).isFalse();
      assertThat(process.wire().count("POST", "/api/v5/trade/close-position")).isEqualTo(1);
      assertThat(process.exchange().positions()).isEmpty();
    }
  }

  @Test
  void aRestingExitDoesNotKeepAnOrderFromClosing() {
    positions.open(NET, "2");
    positions.trade(restingExit("1.01"));
    positions.close(Positions.whole(Positions.LINEAR), List.of()).accepted();
    assertThat(positions.held(NET)).isZero();
  }

  @Test
  void theSameKeyClosesOnce() {
    positions.open(NET, "2");
    CloseRequest half =
        new CloseRequest(
            Positions.LINEAR,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            size("50%"),
            false,
            Optional.of("k"));
    Outcome.Accepted first = positions.close(half, List.of()).accepted();
    Positions.Attempt second = positions.close(half, List.of());
    assertThat(second.accepted().replayed()).isTrue();
    assertThat(second.accepted().ordId()).isEqualTo(first.ordId());
    assertThat(second.sent()).isZero();
    assertThat(positions.held(NET)).isEqualByComparingTo("1");
  }

  @Test
  void everyLegIsClosedWhateverBecomesOfTheOthers() {
    positions.open(NET, "2");
    positions.open(Kind.of("BTC-USDT-SWAP isolated net"), "-1");
    positions.open(Kind.of("BTC-USD-SWAP cross net"), "3");
    try (PaperDesk.Process process = desk.process("51008@POST:/trade/order#1")) {
      ClosedLegs preview = process.gateway().checkCloseAll(false);
      assertThat(preview.legs()).hasSize(3).hasOnlyElementsOfType(Outcome.Allowed.class);
      assertThat(process.wire().placed()).isZero();
      ClosedLegs first = process.gateway().closeAll(false);
      assertThat(first.uid()).isEqualTo(desk.uid());
      assertThat(first.legs())
          .extracting(outcome -> outcome.getClass().getSimpleName())
          .containsExactly("Rejected", "Accepted", "Accepted");
      assertThat(process.gateway().closeAll(false).legs())
          .hasSize(1)
          .hasOnlyElementsOfType(Outcome.Accepted.class);
      assertThat(process.gateway().closeAll(false).legs()).isEmpty();
      assertThat(process.exchange().positions()).isEmpty();
    }
  }

  private OrderDraft restingExit(String factor) {
    BigDecimal last;
    try (PaperDesk.Process process = desk.process()) {
      last = process.exchange().quote(Positions.LINEAR).orElseThrow().last();
    }
    String px = Decimals.text(last.multiply(new BigDecimal(factor)).setScale(1, RoundingMode.DOWN));
    return Orders.contract(Side.SELL, OrdType.LIMIT, "2", px, true);
  }
}
