package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.journal.Event;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Exchange;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where an order is looked for whose answer was lost, and what it means that it is not there.
class OrderFateTest {
  private static final String ID = "okgpfate";
  private static final Instant SENT = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant EXPIRY = SENT.plus(Gateway.VALIDITY);

  private final ManualTime time = new ManualTime(SENT.plusSeconds(1));
  private final List<String> asked = new ArrayList<>();
  private List<Order> byId = List.of();
  private List<Order> pending = List.of();
  private List<Order> history = List.of();
  private List<Order> archive = List.of();
  private List<Order> byOrdId = List.of();
  private List<Fill> fills = List.of();
  private List<Fill> oldFills = List.of();

  private final Exchange exchange =
      (Exchange)
          Proxy.newProxyInstance(
              Exchange.class.getClassLoader(),
              new Class<?>[] {Exchange.class},
              (_, method, arguments) -> {
                if (method.getName().equals("serverTime")) {
                  return time.now();
                }
                asked.add(method.getName() + type(arguments));
                return switch (method.getName()) {
                  case "order" -> byId.stream().findFirst();
                  case "orderById" -> byOrdId.stream().findFirst();
                  case "pendingOrders" -> pending;
                  case "history" -> history;
                  case "archive" -> archive;
                  case "fills" -> fills;
                  case "fillsArchive" -> oldFills;
                  default -> throw new AssertionError(method.getName());
                };
              });

  private static String type(Object[] arguments) {
    return arguments != null && arguments[0] instanceof InstType type ? " " + type : "";
  }

  private static ObjectNode body(String tdMode) {
    return JsonMapper.shared().createObjectNode().put("side", "buy").put("tdMode", tdMode);
  }

  static Event.Intent intent(String tdMode, Optional<Instant> expiry) {
    return new Event.Intent(
        ID,
        Optional.empty(),
        "d",
        "place",
        "SPOT",
        "BTC-USDT",
        ID,
        true,
        body(tdMode),
        Optional.empty(),
        expiry,
        "");
  }

  private static Order order(String clOrdId, Instant created) {
    return Orders.resting("9", clOrdId, created);
  }

  static Order ours() {
    return order(ID, SENT);
  }

  private static Fill fill(String instId, String clOrdId) {
    return new Fill(
        InstType.SPOT,
        instId,
        "t",
        "b",
        "9",
        clOrdId,
        Side.BUY,
        PosSide.NET,
        BigDecimal.TEN,
        BigDecimal.ONE,
        BigDecimal.ZERO,
        "USDT",
        BigDecimal.ZERO,
        SENT);
  }

  private Optional<Resolution> look(boolean late) {
    return new OrderFate(exchange).look(intent("cash", Optional.of(EXPIRY)), SENT, late);
  }

  private void found(boolean late) {
    assertThat(look(late)).contains(new Resolution.Found(ours()));
  }

  @Test
  void anOrderThatIsThereIsFoundAtOnceAndNothingElseIsAsked() {
    byId = List.of(ours());
    found(false);
    found(true);
    assertThat(asked).containsOnly("order");
  }

  @Test
  void anOrderThatDoesNotShowYetIsLookedForAgainAndNotSearched() {
    assertThat(look(false)).isEmpty();
    assertThat(asked).containsExactly("order");
  }

  @Test
  void anOlderOrderOfThatNameIsAnother() {
    byId = List.of(order(ID, SENT.minusSeconds(61)));
    assertThat(look(false)).isEmpty();
    byId = List.of(order(ID, SENT.minusSeconds(60)));
    assertThat(look(false)).isPresent();
  }

  @Test
  void itIsFoundWhereverItIsListed() {
    pending = List.of(order("other", SENT), ours());
    found(true);
    pending = List.of();
    history = List.of(order("other", SENT), ours());
    found(true);
    history = List.of();
    fills = List.of(fill("BTC-USDT", "other"), fill("BTC-USDT", ID));
    byOrdId = List.of(ours());
    found(true);
  }

  @Test
  void whatIsNotListedAnywhereIsSaidToBeNowhereAfterAllOfItWasAsked() {
    fills = List.of(fill("ETH-USDT", ID), fill("BTC-USDT", "other"));
    byOrdId = List.of(ours());
    assertThat(look(true)).isEmpty();
    assertThat(asked).containsExactly("order", "pendingOrders", "history SPOT", "fills");
  }

  @Test
  void anOldOneIsLookedForInTheArchivesAsWell() {
    time.jumpTo(SENT.minusSeconds(60).plus(Duration.ofDays(7).minusHours(1)));
    assertThat(look(true)).isEmpty();
    assertThat(asked).doesNotContain("archive SPOT").contains("fillsArchive SPOT");
    time.advance(Duration.ofSeconds(1));
    assertThat(look(true)).isEmpty();
    assertThat(asked).contains("archive SPOT");
    archive = List.of(ours());
    found(true);
    archive = List.of();
    oldFills = List.of(fill("BTC-USDT", ID));
    byOrdId = List.of(ours());
    found(true);
  }

  @Test
  void fillsOfTheLastThreeDaysAreReadWhereTheyAreNew() {
    time.jumpTo(SENT.minusSeconds(60).plus(Duration.ofDays(3).minusHours(1)));
    assertThat(look(true)).isEmpty();
    assertThat(asked).contains("fills").doesNotContain("fillsArchive SPOT");
  }

  @Test
  void aFillWhoseOrderCannotBeReadIsNoAbsence() {
    fills = List.of(fill("BTC-USDT", ID));
    assertThatThrownBy(() -> look(true))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.UNREACHABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross", "isolated"})
  void aPairOnCreditIsLookedForInBothLists(String tdMode) {
    Event.Intent credit = intent(tdMode, Optional.of(EXPIRY));
    assertThat(new OrderFate(exchange).look(credit, SENT, true)).isEmpty();
    assertThat(asked).contains("history SPOT", "history MARGIN");
  }

  @ParameterizedTest
  @CsvSource({"PT1M,Absent", "PT100M,Absent", "PT100M1S,Forgotten"})
  void nothingIsProofOnlyWhileTheExchangeWouldRemember(Duration since, String word) {
    time.jumpTo(EXPIRY.plus(since));
    assertThat(word(intent("cash", Optional.of(EXPIRY)))).isEqualTo(word);
    assertThat(word(intent("cash", Optional.empty()))).isEqualTo("Absent");
  }

  private String word(Event.Intent intent) {
    return new OrderFate(exchange).nothing(intent).getClass().getSimpleName();
  }

  @Test
  void aFillOfAnOlderOrderOfThatNameIsAnothers() {
    fills = List.of(fill("BTC-USDT", ID));
    byOrdId = List.of(order(ID, SENT.minusSeconds(61)));
    assertThat(look(true)).isEmpty();
  }
}
