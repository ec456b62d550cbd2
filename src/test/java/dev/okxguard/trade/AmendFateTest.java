package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.okx.Exchange;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What became of a change whose answer was lost.
class AmendFateTest {
  private static final Instant SENT = Instant.parse("2026-11-21T10:00:00Z");

  private Optional<Order> order = Optional.empty();

  /// An exchange that knows one order, or none.
  private final Exchange exchange =
      (Exchange)
          Proxy.newProxyInstance(
              Exchange.class.getClassLoader(),
              new Class<?>[] {Exchange.class},
              (_, method, _) ->
                  switch (method.getName()) {
                    case "orderById" -> order;
                    case "pendingOrders" -> List.of();
                    default -> throw new AssertionError(method.getName());
                  });

  private static Order ended(OrderState state, String sz, String filled) {
    Order live = OrderFateTest.ours();
    return new Order(
        live.instType(),
        live.instId(),
        live.ordId(),
        live.clOrdId(),
        live.tag(),
        live.side(),
        live.posSide(),
        live.tdMode(),
        live.ordType(),
        live.px(),
        new BigDecimal(sz),
        live.tgtCcy(),
        live.reduceOnly(),
        state,
        new BigDecimal(filled),
        live.avgPx(),
        live.fee(),
        live.feeCcy(),
        live.category(),
        live.cancelSource(),
        live.algoId(),
        live.algoClOrdId(),
        live.attached(),
        live.created(),
        live.updated());
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE,1,0,0.5,false,nothing",
    "LIVE,0.5,0,0.5,false,Done",
    "FILLED,1,1,0.5,false,Forgotten",
    "FILLED,1,1,1.5,false,Absent",
    "CANCELED,1,0,0.5,false,Absent",
    "CANCELED,1,0,0.5,true,Done",
    "FILLED,1,1,1.5,true,Absent",
    "CANCELED,1,0.7,0.5,false,Absent"
  })
  void aChangeWasMadeWhereTheOrderHasTheNewValues(
      OrderState state, String sz, String filled, String wanted, boolean onFail, String word) {
    order = Optional.of(ended(state, sz, filled));
    ObjectNode body =
        JsonMapper.shared()
            .createObjectNode()
            .put("ordId", "9")
            .put("newSz", wanted)
            .put("cxlOnFail", onFail);
    assertThat(amended(body, true).map(it -> it.getClass().getSimpleName()).orElse("nothing"))
        .isEqualTo(word);
  }

  private Optional<Resolution> amended(ObjectNode body, boolean late) {
    Event.Intent amend =
        new Event.Intent(
            "okgpchange",
            Optional.empty(),
            "d",
            "amend",
            "SPOT",
            "BTC-USDT",
            "",
            true,
            body,
            Optional.empty(),
            Optional.of(SENT.plusSeconds(5)),
            "");
    return new AmendFate(exchange).look(amend, SENT, late);
  }

  @Test
  void aChangeOfAnOrderThatIsGoneIsNotSaidToHaveFailed() {
    ObjectNode body = JsonMapper.shared().createObjectNode().put("ordId", "9").put("newSz", "1");
    assertThat(amended(body, false)).isEmpty();
    assertThat(amended(body, true)).containsInstanceOf(Resolution.Forgotten.class);
  }
}
