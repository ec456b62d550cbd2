package dev.okxguard.paper;

import static dev.okxguard.paper.Desk.code;
import static dev.okxguard.paper.Desk.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Faults that need a whole trading account to show.
class FaultsOnTradingTest {
  private static final String BATCH = "/api/v5/trade/batch-orders";
  private static final String ORDER =
      """
      {"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"market","sz":"20",
      "tgtCcy":"quote_ccy","clOrdId":"%s"}\
      """;

  private static final String RESTING =
      """
      {"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","sz":"0.0001",
      "px":"50000"}\
      """;

  @TempDir Path directory;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");

  @Test
  void ofABatchOnlyTheFirstGoThrough() {
    Desk desk = desk("partial=1@POST:/trade/batch-orders");
    JsonNode answer = json(desk.post(BATCH, batch("a1", "a2", "a3")));
    assertThat(answer.path("code").asString()).isEqualTo("2");
    assertThat(answer.path("data").valueStream())
        .extracting(row -> row.path("clOrdId").asString() + " " + row.path("sCode").asString())
        .containsExactly("a1 0", "a2 51008", "a3 51008");
    assertThat(placed(desk)).containsExactly("a1");
    assertThat(json(desk.post(BATCH, batch("b1", "b2"))).path("code").asString()).isEqualTo("0");
  }

  /// Clients of other makes look for fields that are always there.
  @Test
  void theFailuresOfAPartialBatchHaveAllFieldsOfOrderAnswers() {
    for (String effect : List.of("", "+effect")) {
      Desk desk = desk("partial=1" + effect + "@POST:/trade/batch-orders");
      JsonNode data = json(desk.post(BATCH, batch("a1", "a2"))).path("data");
      assertThat(data.get(1).propertyNames())
          .containsExactlyInAnyOrderElementsOf(data.get(0).propertyNames());
      assertThat(data.get(1).path("ordId").asString()).isEmpty();
      assertThat(data.get(1).path("ts")).isEqualTo(data.get(0).path("ts"));
    }
  }

  @Test
  void ofABatchAllGoThroughButOnlyTheFirstAreSaidTo() {
    Desk desk = desk("partial=2+effect@POST:/trade/batch-orders");
    JsonNode answer = json(desk.post(BATCH, batch("a1", "a2", "a3")));
    assertThat(answer.path("code").asString()).isEqualTo("2");
    assertThat(answer.path("data").valueStream())
        .extracting(row -> row.path("clOrdId").asString() + " " + row.path("sCode").asString())
        .containsExactly("a1 0", "a2 0", "a3 50026");
    assertThat(placed(desk)).containsExactlyInAnyOrder("a1", "a2", "a3");
  }

  @Test
  void aPartOfMoreThanTheBatchIsTheBatch() {
    Desk desk = desk("partial=3@POST:/trade/batch-orders");
    assertThat(code(desk.post(BATCH, batch("a1", "a2", "a3")))).isEqualTo("0");
    assertThat(placed(desk)).hasSize(3);
  }

  @Test
  void aRequestRefusedAsAWholeIsNoPartialBatch() {
    Desk desk = desk("partial=1@POST:/trade/batch-orders");
    try (PaperAdmin admin = new PaperAdmin(Desk.home(directory), time)) {
      desk.credentials = admin.addKey(KeyRights.READ, Optional.empty());
    }
    assertThat(code(desk.post(BATCH, batch("a1", "a2")))).isEqualTo("50120");
  }

  @Test
  void aYoungPositionIsNotFoundYet() {
    Desk desk = desk("late-visibility=2000");
    String order =
        """
        {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"market","sz":"1"}\
        """;
    assertThat(code(desk.post("/api/v5/trade/order", order))).isEqualTo("0");
    assertThat(data(desk, "/api/v5/account/positions")).isEmpty();
    assertThat(data(desk, "/api/v5/trade/fills")).isEmpty();
    assertThat(data(desk, "/api/v5/account/bills?type=2")).isEmpty();
    time.advance(Duration.ofSeconds(2));
    assertThat(data(desk, "/api/v5/account/bills?type=2")).hasSize(1);
    assertThat(data(desk, "/api/v5/account/positions")).hasSize(1);
    assertThat(data(desk, "/api/v5/trade/fills")).isNotEmpty();
  }

  @Test
  void aYoungAlgoOrderIsNotFoundYet() {
    Desk desk = desk("late-visibility=2000");
    String algo =
        """
        {"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"trigger","sz":"0.001",
        "triggerPx":"1000","orderPx":"1000","algoClOrdId":"g1"}\
        """;
    assertThat(code(desk.post("/api/v5/trade/order-algo", algo))).isEqualTo("0");
    String one = "/api/v5/trade/order-algo?algoClOrdId=g1";
    String all = "/api/v5/trade/orders-algo-pending?ordType=trigger";
    assertThat(code(desk.get(one))).isEqualTo("51603");
    assertThat(data(desk, all)).isEmpty();
    time.advance(Duration.ofSeconds(2));
    assertThat(code(desk.get(one))).isEqualTo("0");
    assertThat(data(desk, all)).hasSize(1);
  }

  /// Who reads pages until one is short must not miss what may be seen.
  @Test
  void whatIsHiddenLeavesNoGapInAPageOfWhatIsNot() {
    Desk desk = desk("late-visibility=2000");
    for (int i = 0; i < 6; i++) {
      desk.post(BATCH, Collections.nCopies(20, RESTING).toString());
    }
    time.advance(Duration.ofSeconds(2));
    desk.post(BATCH, Collections.nCopies(20, RESTING).toString());
    String pending = "/api/v5/trade/orders-pending";
    JsonNode first = data(desk, pending);
    assertThat(first.size()).isEqualTo(100);
    String after = "?after=" + first.get(99).path("ordId").asString();
    assertThat(data(desk, pending + after).size()).isEqualTo(20);
    assertThat(code(desk.get(pending + "?after=x"))).isEqualTo("51000");
  }

  @ParameterizedTest
  @CsvSource({"50101", "50105", "50110", "50113", "50119", "50120"})
  void aKeyThatWasSwappedComesBackWith401(String code) {
    Desk desk = desk(code + "@*:*x*");
    assertThat(Desk.answered(desk.get("/api/v5/account/balance")).status()).isEqualTo(401);
    assertThat(code(desk.post(BATCH, batch("a1")))).isEqualTo(code);
  }

  private Desk desk(String fault) {
    PaperHome home = Desk.home(directory);
    return new Desk(time, new PaperTransport(home, time, Faults.parse(List.of(fault))));
  }

  private static String batch(String... ids) {
    return List.of(ids).stream().map(ORDER::formatted).toList().toString();
  }

  private List<String> placed(Desk desk) {
    return data(desk, "/api/v5/trade/orders-history?instType=SPOT")
        .valueStream()
        .map(row -> row.path("clOrdId").asString())
        .toList();
  }

  private static JsonNode data(Desk desk, String target) {
    return json(desk.get(target)).path("data");
  }
}
