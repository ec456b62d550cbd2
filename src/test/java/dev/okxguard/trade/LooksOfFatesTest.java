package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Altered;
import dev.okxguard.testing.Answers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What one look says of a write whose answer was lost.
class LooksOfFatesTest {
  private static final Instant SINCE = Instant.parse("2026-11-21T10:00:00Z");

  private static final Algo ALGO =
      new Algo(
          InstType.SPOT,
          "BTC-USDT",
          "77",
          "okgp1",
          "",
          Side.BUY,
          PosSide.NET,
          TdMode.CASH,
          AlgoType.TRIGGER,
          Optional.of(BigDecimal.TWO),
          false,
          false,
          "",
          AlgoState.LIVE,
          AttachedStop.NONE,
          Optional.of(new BigDecimal("95")),
          Optional.empty(),
          PriceType.LAST,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          "",
          SINCE,
          SINCE);

  private final Answers answers =
      new Answers()
          .to("algo", _ -> Optional.empty())
          .to("pendingAlgos", _ -> List.of())
          .to("pendingOrders", _ -> List.of())
          .to("algoHistory", _ -> List.of());

  private static Event.Intent intent(String action, ObjectNode body) {
    return new Event.Intent(
        "i1",
        Optional.empty(),
        "d",
        action,
        "SPOT",
        "BTC-USDT",
        "okgp1",
        true,
        body,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static ObjectNode body() {
    return JsonNodeFactory.instance.objectNode();
  }

  private Optional<Resolution> look(String action, ObjectNode body, boolean late) {
    Fate fate = new Fates(answers.exchange()).of(action).orElseThrow();
    return fate.look(intent(action, body), SINCE, late);
  }

  private Optional<Resolution> placed(boolean late) {
    return look("algo", body().put("side", "buy").put("ordType", "trigger"), late);
  }

  @Test
  void anAlgoOrderIsKnownByItsClientId() {
    answers.to("algo", it -> Optional.of(ALGO).filter(_ -> it.toString().contains("okgp1")));
    assertThat(placed(false))
        .contains(new Resolution.Done("77", "OKX knows the algo order; it is live"));
  }

  @Test
  void onceItIsLateItIsSearchedAmongTheWaitingAndTheOnesThatAreOver() {
    answers.to("pendingAlgos", _ -> List.of(ALGO));
    assertThat(placed(false)).isEmpty();
    assertThat(placed(true)).isPresent();
    answers.to("pendingAlgos", _ -> List.of());
    assertThat(placed(true)).isEmpty();
    Instant from = SINCE.minus(Duration.ofDays(1));
    assertThat(answers.asked("algoHistory")).containsExactly("algoHistory TRIGGER " + from);
    answers.to("algoHistory", _ -> List.of(Altered.of(ALGO, "state", AlgoState.EFFECTIVE)));
    assertThat(placed(true))
        .contains(new Resolution.Done("77", "OKX knows the algo order; it is effective"));
  }

  @Test
  void anotherUseOfTheSameIdIsNotTakenForIt() {
    Instant from = SINCE.minus(Duration.ofDays(1));
    for (Algo other :
        List.of(
            Altered.of(ALGO, "algoClOrdId", "okgp2"),
            Altered.of(ALGO, "instId", "ETH-USDT"),
            Altered.of(ALGO, "side", Side.SELL),
            Altered.of(ALGO, "created", from.minusMillis(1)))) {
      answers.to("algo", _ -> Optional.of(other)).to("pendingAlgos", _ -> List.of(other));
      assertThat(placed(true)).as(other.toString()).isEmpty();
    }
    answers.to("algo", _ -> Optional.of(Altered.of(ALGO, "created", from)));
    assertThat(placed(true)).isPresent();
  }

  @Test
  void anAmendmentArrivedOnceTheAlgoOrderIsSo() {
    ObjectNode moved = body().put("algoId", "77").put("newTriggerPx", "95");
    answers.to("algoById", it -> Optional.of(ALGO).filter(_ -> it.contains("77")));
    assertThat(look("amend-algo", moved, true))
        .contains(new Resolution.Done("77", "the algo order is as wanted"));
    assertThat(look("amend-algo", moved.put("newTriggerPx", "96"), true)).isEmpty();
  }

  @Test
  void anAmendmentOfAnAlgoOrderThatIsNowhereIsNotSaidToHaveFailed() {
    ObjectNode moved = body().put("algoId", "77").put("newTriggerPx", "95");
    answers.to("algoById", _ -> Optional.empty());
    assertThat(look("amend-algo", moved, false)).isEmpty();
    assertThat(look("amend-algo", moved, true)).containsInstanceOf(Resolution.Forgotten.class);
    answers.to("pendingAlgos", _ -> List.of(ALGO));
    assertThat(look("amend-algo", moved, false)).isEmpty();
    assertThat(look("amend-algo", moved, true)).containsInstanceOf(Resolution.Done.class);
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE, ''",
    "PAUSE, ''",
    "CANCELED, the algo order is canceled",
    "EFFECTIVE, the algo order is effective"
  })
  void anAlgoOrderIsGoneOnceItWaitsNoMore(AlgoState state, String remark) {
    answers.to("algoById", _ -> Optional.of(Altered.of(ALGO, "state", state)));
    assertThat(look("cancel-algo", body().put("algoId", "77"), false))
        .isEqualTo(Optional.of(new Resolution.Done("77", remark)).filter(_ -> !remark.isEmpty()));
  }

  @Test
  void whatOkxNoLongerKnowsIsGone() {
    answers.to("algoById", _ -> Optional.empty()).to("orderById", _ -> Optional.empty());
    assertThat(look("cancel-algo", body().put("algoId", "77"), false)).as("too early").isEmpty();
    assertThat(look("cancel", body().put("ordId", "7"), false)).as("too early").isEmpty();
    assertThat(look("cancel-algo", body().put("algoId", "77"), true))
        .contains(new Resolution.Done("77", "the algo order is no longer known to the exchange"));
    assertThat(look("cancel", body().put("ordId", "7"), true))
        .contains(new Resolution.Done("7", "the order is no longer known to the exchange"));
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE, ''",
    "PARTIALLY_FILLED, ''",
    "CANCELED, the order is canceled",
    "FILLED, the order is filled"
  })
  void anOrderIsGoneOnceItRestsNoMore(OrderState state, String remark) {
    Order order = Altered.of(OrderFateTest.ours(), "state", state);
    answers.to("orderById", it -> Optional.of(order).filter(_ -> it.contains("7")));
    assertThat(look("cancel", body().put("ordId", "7"), false))
        .isEqualTo(Optional.of(new Resolution.Done("7", remark)).filter(_ -> !remark.isEmpty()));
  }

  @ParameterizedTest
  @CsvSource({"ordId, 7, false", "ordId, 8, true", "algoId, 77, false", "algoId, 78, true"})
  void severalAreGoneOnceNoneOfThemRests(String field, String id, boolean gone) {
    Order resting = Altered.of(OrderFateTest.ours(), "ordId", "7");
    answers.to("pendingOrders", _ -> List.of(resting)).to("pendingAlgos", _ -> List.of(ALGO));
    ObjectNode batch = body();
    batch.putArray("orders").addObject().put(field, id);
    assertThat(look("cancel-batch", batch, false))
        .isEqualTo(
            Optional.of(new Resolution.Done("", "none of the orders rests any more"))
                .filter(_ -> gone));
    assertThat(answers.asked("pendingOrders")).isEmpty();
  }

  @Test
  void oneAnswerWithoutThemIsNoProofThatTheyAreGone() {
    Order resting = Altered.of(OrderFateTest.ours(), "ordId", "7");
    List<List<Order>> lists = new ArrayList<>(List.of(List.of(), List.of(resting)));
    answers.to("pendingOrders", _ -> lists.removeFirst());
    ObjectNode batch = body();
    batch.putArray("orders").addObject().put("ordId", "7");

    assertThat(look("cancel-batch", batch, false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "place, 30",
    "close, 40",
    "amend, 30",
    "cancel, 4",
    "cancel-batch, 4",
    "algo, 40",
    "amend-algo, 40",
    "cancel-algo, 4",
    "set-leverage, 4",
    "set-position-mode, 4"
  })
  void whoeverOnlyReducesDoesNotWaitForLong(String action, int rounds) {
    Fate fate = new Fates(answers.to("serverTime", _ -> SINCE).exchange()).of(action).orElseThrow();
    assertThat(fate.rounds()).isEqualTo(rounds);
    assertThat(fate.nothing(intent(action, body()))).isInstanceOf(Resolution.Absent.class);
  }
}
