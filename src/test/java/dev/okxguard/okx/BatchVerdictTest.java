package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.okx.wire.Transmission;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class BatchVerdictTest {
  private static final String TWO_FAILED =
      "[{\"clOrdId\":\"a1\",\"ordId\":\"71\",\"sCode\":\"0\",\"sMsg\":\"\"},"
          + "{\"clOrdId\":\"a2\",\"ordId\":\"\",\"sCode\":\"51008\",\"sMsg\":\"no money\"}]";

  private final Bench bench = new Bench();

  @Test
  void severalGoOutInOneRequestAsAList() {
    bench.script.then(200, envelope("2", TWO_FAILED));
    send(Write.ORDER, body("a1"), body("a2"));
    assertThat(bench.script.only().target()).isEqualTo("/api/v5/trade/batch-orders");
    assertThat(new String(bench.script.only().body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "[{\"instId\":\"BTC-USDT\",\"clOrdId\":\"a1\"},"
                + "{\"instId\":\"BTC-USDT\",\"clOrdId\":\"a2\"}]");
  }

  @Test
  void oneGoesOutAlone() {
    bench.script.then(200, Bench.accepted());
    send(Write.ORDER, Bench.order());
    assertThat(bench.script.only().target()).isEqualTo("/api/v5/trade/order");
  }

  @Test
  void anAlgoIsCancelledInAListEvenAlone() {
    bench.script.then(200, Script.ok("[{\"algoId\":\"9\",\"sCode\":\"0\",\"sMsg\":\"\"}]"));
    ObjectNode body = Json.object().put("instId", "BTC-USDT").put("algoId", "9");
    assertThat(send(Write.CANCEL_ALGO, body).get(0))
        .isInstanceOfSatisfying(
            WriteReply.Accepted.class, it -> assertThat(it.id()).isEqualTo("9"));
    assertThat(new String(bench.script.only().body(), StandardCharsets.UTF_8)).startsWith("[{");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void whatARedirectSaysIsNoVerdict(int status) {
    bench.script.then(status, envelope("2", TWO_FAILED));
    assertThat(send(Write.ORDER, body("a1"), body("a2")).all())
        .allMatch(WriteReply.Unknown.class::isInstance);
    bench.script.then(status, envelope("1", "[{\"clOrdId\":\"a1\",\"sCode\":\"51008\"}]"));
    assertThat(send(Write.ORDER, body("a1")).get(0)).isInstanceOf(WriteReply.Unknown.class);
  }

  @Test
  void eachItemHasItsOwnVerdict() {
    bench.script.then(200, envelope("2", TWO_FAILED));
    WriteReplies replies = send(Write.ORDER, body("a1"), body("a2"));
    assertThat(replies.get(0)).isInstanceOf(WriteReply.Accepted.class);
    assertThat(replies.get(1)).isInstanceOf(WriteReply.Refused.class);
  }

  @Test
  void itemsBelongToTheOrderWhoseIdTheyEcho() {
    String swapped =
        "[{\"clOrdId\":\"a2\",\"ordId\":\"72\",\"sCode\":\"0\"},"
            + "{\"clOrdId\":\"a1\",\"ordId\":\"\",\"sCode\":\"51008\"}]";
    bench.script.then(200, envelope("2", swapped));
    WriteReplies replies = send(Write.ORDER, body("a1"), body("a2"));
    assertThat(replies.get(0)).isInstanceOf(WriteReply.Refused.class);
    assertThat(replies.get(1)).isInstanceOf(WriteReply.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"clOrdId\":\"a1\",\"ordId\":\"71\",\"sCode\":\"0\"}]",
        "[{\"clOrdId\":\"a1\",\"ordId\":\"71\",\"sCode\":\"0\"},"
            + "{\"clOrdId\":\"other\",\"ordId\":\"72\",\"sCode\":\"0\"}]",
        "[{\"clOrdId\":\"a1\",\"ordId\":\"71\",\"sCode\":\"0\"},"
            + "{\"clOrdId\":\"a1\",\"ordId\":\"72\",\"sCode\":\"0\"}]",
        "[]",
        "[{},{}]"
      })
  void anOrderWithoutExactlyOneVerdictOfItsOwnIsUnknown(String data) {
    bench.script.then(200, envelope("0", data));
    assertThat(send(Write.ORDER, body("a1"), body("a2")).get(1))
        .isInstanceOf(WriteReply.Unknown.class);
  }

  @Test
  void anErrorOfTheWholeRequestRefusesEach() {
    bench.script.then(200, Script.error("51111"));
    assertThat(send(Write.ORDER, body("a1"), body("a2")).all())
        .hasSize(2)
        .allMatch(reply -> reply instanceof WriteReply.Refused);
  }

  @Test
  void whateverWasLostIsUnknownForEachAndSentOnce() {
    bench.script.then(new Transmission.Lost("reset"));
    assertThat(send(Write.CANCEL, Bench.cancel("A", "1"), Bench.cancel("A", "2")).all())
        .hasSize(2)
        .allMatch(reply -> reply instanceof WriteReply.Unknown);
    assertThat(bench.script.requests()).hasSize(1);
  }

  @Test
  void aServerErrorWithItemsIsNoAcceptance() {
    bench.script.then(502, envelope("0", TWO_FAILED));
    assertThat(send(Write.ORDER, body("a1"), body("a2")).get(0))
        .isInstanceOf(WriteReply.Unknown.class);
  }

  @Test
  void anAlgoWithoutAnIdIsNotAccepted() {
    bench.script.then(200, Script.ok("[{\"algoId\":\"\",\"sCode\":\"0\",\"sMsg\":\"\"}]"));
    ObjectNode body = Json.object().put("instId", "BTC-USDT").put("algoClOrdId", "a1");
    assertThat(send(Write.ALGO, body).get(0)).isInstanceOf(WriteReply.Unknown.class);
  }

  private WriteReplies send(Write write, ObjectNode... bodies) {
    Optional<Instant> expiry =
        Optional.of(bench.time.now().plusSeconds(5)).filter(_ -> write.expires());
    return bench.client.write(write, List.of(bodies), expiry);
  }

  private static ObjectNode body(String clOrdId) {
    return Json.object().put("instId", "BTC-USDT").put("clOrdId", clOrdId);
  }

  private static String envelope(String code, String data) {
    return "{\"code\":\"" + code + "\",\"msg\":\"\",\"data\":" + data + "}";
  }
}
