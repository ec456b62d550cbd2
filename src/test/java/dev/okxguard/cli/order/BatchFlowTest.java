package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.Golden;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `order amend` and `order batch` as a user meets them.
class BatchFlowTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;

  @BeforeEach
  void open() {
    okx = new Commands(home, time);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
    okx.file(
        ".okx/guard.toml",
        """
        [limits]
        max_orders_per_minute = 1000
        max_daily_trades = 1000
        max_open_orders = 1000
        repeat_limit = 0
        max_position_size = 100000
        """);
  }

  private Commands.Run batch(String action, String orders, String... more) {
    String[] args = new String[more.length + 7];
    String[] head = {"--paper", "order", "batch", "--action", action, "--orders", orders};
    System.arraycopy(head, 0, args, 0, head.length);
    System.arraycopy(more, 0, args, head.length, more.length);
    return okx.run(args);
  }

  private String px(String factor) {
    String last =
        okx.run("--paper", "market", "ticker", "BTC-USDT", "--json")
            .json()
            .at("/0/last")
            .asString();
    return new BigDecimal(last)
        .multiply(new BigDecimal(factor))
        .setScale(1, RoundingMode.DOWN)
        .toPlainString();
  }

  private static String buy(String px, String sz, String more) {
    return "{\"instId\":\"BTC-USDT\",\"side\":\"buy\",\"ordType\":\"limit\",\"px\":%s,\"sz\":\"%s\"%s}"
        .formatted(px, sz, more);
  }

  private String array(int count) {
    String px = px("0.99");
    return IntStream.range(0, count)
        .mapToObj(i -> buy(px, "0.0002", ",\"intentId\":\"k" + i + "\""))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private int resting() {
    return okx.run("--paper", "order", "list", "--json").json().size();
  }

  @Test
  void anArrayIsPlacedWithAnOutcomeForEach() {
    Commands.Run run = batch("place", array(3), "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.json().path("outcome").asString()).isEqualTo("accepted");
    assertThat(run.json().path("env").asString()).isEqualTo("paper");
    assertThat(run.json().at("/counts/accepted").asInt()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      JsonNode item = run.json().at("/items/" + i);
      assertThat(item.path("line").asInt()).isEqualTo(i + 1);
      assertThat(item.path("outcome").asString()).isEqualTo("accepted");
      assertThat(item.at("/order/px").asString()).isNotEmpty();
      assertThat(item.path("checks")).isNotEmpty();
    }
    assertThat(resting()).isEqualTo(3);
  }

  @Test
  void repeatingItPlacesOnlyWhatIsMissing() {
    assertThat(batch("place", array(2), "--json").code()).isZero();
    Commands.Run again = batch("place", array(3), "--json");
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.json().at("/counts/replayed").asInt()).isEqualTo(2);
    assertThat(again.json().at("/items/0/replayed").asBoolean()).isTrue();
    assertThat(again.json().at("/items/2/replayed").asBoolean()).isFalse();
    assertThat(resting()).isEqualTo(3);
  }

  @Test
  void linesComeFromAFileOrStandardInput() {
    String px = px("0.99");
    String lines =
        buy(px, "0.0002", ",\"intentId\":\"a\"")
            + "\n\n"
            + buy(px, "0.0003", ",\"clOrdId\":\"mine1\"")
            + "\n";
    Path file = okx.file("orders.jsonl", lines);
    Commands.Run run = batch("place", file.toString(), "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.json().at("/items/1/line").asInt()).isEqualTo(3);
    assertThat(run.json().at("/items/1/clOrdId").asString()).startsWith("okg");
    okx.typing(lines);
    Commands.Run again = batch("place", "-", "--json");
    assertThat(again.json().at("/counts/replayed").asInt()).as(again.toString()).isEqualTo(2);
    assertThat(resting()).isEqualTo(2);
  }

  @Test
  void whoeverGivesNoIntentIdIsWarned() {
    Commands.Run run = batch("place", "[" + buy(px("0.99"), "0.0002", "") + "]", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("intentId").contains("1 of 1");
  }

  @Test
  void theWorstItemDecidesAndTheRestGoThrough() {
    String px = px("0.99");
    String orders =
        "["
            + buy(px, "0.0002", ",\"intentId\":\"a\"")
            + ","
            + buy(px, "1", ",\"intentId\":\"b\"")
            + ","
            + buy(px, "0.0003", ",\"intentId\":\"c\"")
            + "]";
    Commands.Run run = batch("place", orders);
    assertThat(run.code()).isEqualTo(6);
    Golden.check("order-batch.txt", run.stable().replaceAll("[0-9]{18,}", "ORDID             "));
    assertThat(resting()).isEqualTo(2);
  }

  @Test
  void aDryRunSendsNothing() {
    Commands.Run run = batch("place", array(2), "--dry-run", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().path("outcome").asString()).isEqualTo("preview");
    assertThat(resting()).isZero();
  }

  @Test
  void amendAndCancelTakeWhatPlaceGave() {
    JsonNode placed = batch("place", array(2), "--json").json();
    String one = placed.at("/items/0/ordId").asString();
    String two = placed.at("/items/1/clOrdId").asString();
    String px = px("0.985");
    Commands.Run amended =
        batch(
            "amend",
            "[{\"instId\":\"BTC-USDT\",\"ordId\":\"%s\",\"newSz\":0.0003},".formatted(one)
                + "{\"instId\":\"BTC-USDT\",\"clOrdId\":\"%s\",\"newPx\":\"%s\"}]"
                    .formatted(two, px),
            "--json");
    assertThat(amended.code()).as(amended.toString()).isZero();
    JsonNode list = okx.run("--paper", "order", "list", "--json").json();
    assertThat(list.findValuesAsString("sz")).contains("0.0003");
    assertThat(list.findValuesAsString("px")).contains(px);
    Commands.Run cancelled =
        batch(
            "cancel",
            "[{\"instId\":\"BTC-USDT\",\"ordId\":\"%s\"},".formatted(one)
                + "{\"instId\":\"BTC-USDT\",\"clOrdId\":\"%s\"}]".formatted(two),
            "--json");
    assertThat(cancelled.code()).as(cancelled.toString()).isZero();
    assertThat(resting()).isZero();
  }

  @Test
  void oneOrderIsAmendedByItsId() {
    String id = batch("place", array(1), "--json").json().at("/items/0/ordId").asString();
    String[] line = {"--paper", "order", "amend", "BTC-USDT", "--ordId", id, "--newSz", "0.0003"};
    String[] dry = java.util.Arrays.copyOf(line, line.length + 2);
    dry[line.length] = "--dry-run";
    dry[line.length + 1] = "--json";
    Commands.Run preview = okx.run(dry);
    assertThat(preview.json().path("outcome").asString()).isEqualTo("preview");
    Commands.Run run = okx.run(line);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.out()).contains("accepted").contains("0.0003");
    Commands.Run again = okx.run(line);
    assertThat(again.code()).isEqualTo(5);
    assertThat(again.out()).contains("nothing to change");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@", "secret_key = '@'", "[@]", "{'k': @}", "{\"@\":1,\"@\":2}", "\"@"})
  void whatAWrongFileHoldsIsNeverShown(String text) throws IOException {
    Path file = Files.writeString(home.resolve("wrong"), text.replace("@", "hunter2"));
    Commands.Run run = batch("place", file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "place|[]|no orders",
        "place|``|cannot read",
        "place|no-such-file|cannot read",
        "place|[1]|item 1 is no JSON object",
        "place|[{}] x|no JSON",
        "place|{\"instId\":\"A-B\"} {}|no JSON",
        "place|[{\"instId\":\"BTC-USDT\",\"side\":\"buy\",\"sz\":1e1}]|item 1: sz is no plain"
            + " decimal",
        "place|[{\"instId\":\"BTC-USDT\",\"side\":\"buy\",\"sz\":\"1,5\"}]|sz is no plain decimal",
        "place|[{\"instId\":\"BTC-USDT\",\"side\":\"buy\",\"sz\":0}]|sz must be above zero",
        "place|[{\"instId\":\"BTC-USDT\",\"side\":\"buy\",\"sz\":null}]|sz must be text",
        "place|[{\"instId\":\"BTC-USDT\",\"side\":\"buy\",\"sz\":1,\"size\":1}]|item 1: size is not"
            + " known",
        "place|[{\"instId\":\"BTC-USDT\",\"side\":\"bye\",\"sz\":1}]|item 1: side is no word",
        "place|[{\"instId\":\"BTC-USDT\",\"side\":\"buy\",\"sz\":1,\"sz\":2}]|no JSON",
        "place|[{\"instId\":\"BTC-USDT\",\"side\":\"buy\",\"sz\":1,\"reduceOnly\":\"yes\"}]|reduceOnly"
            + " must be",
        "place|[{\"instId\":\"A-B\",\"side\":\"buy\",\"sz\":1,\"intentId\":\"x\"},{\"instId\":\"A-B\",\"side\":\"buy\",\"sz\":2,\"intentId\":\"x\"}]|item"
            + " 1 and item 2 have the same intentId",
        "cancel|[{\"instId\":\"BTC-USDT\"}]|ordId or clOrdId",
        "cancel|[{\"instId\":\"A-B\",\"ordId\":\"1\"},{\"instId\":\"A-B\",\"ordId\":1}]|the same"
            + " ordId",
        "amend|[{\"instId\":\"BTC-USDT\",\"ordId\":\"1\"}]|newSz or newPx",
        "sell|[{\"instId\":\"BTC-USDT\"}]|not one of place, amend, cancel",
      })
  void whatIsNotUnderstoodStopsEverythingBeforeAnythingIsSent(
      String action, String orders, String message) {
    Commands.Run run = batch(action, orders);
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
    assertThat(home.resolve(".okx/state/paper-1")).doesNotExist();
  }

  @Test
  void moreThanAThousandAreTooMany() {
    String many = "{\"instId\":\"BTC-USDT\",\"ordId\":\"1\"}\n".repeat(1_001);
    Commands.Run run = batch("cancel", okx.file("many.jsonl", many).toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("1001");
  }

  @Test
  void aStopIsTakenAsOkxNestsItOrBesideTheOrder() {
    String swap =
        "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"buy\",\"sz\":\"0.05\",%s}";
    String stop = "\"slTriggerPx\":\"%s\",\"slOrdPx\":\"-1\"".formatted(px("0.97"));
    String orders =
        "["
            + swap.formatted(stop + ",\"intentId\":\"a\"")
            + ","
            + swap.formatted("\"attachAlgoOrds\":[{" + stop + "}],\"intentId\":\"b\"")
            + "]";
    Commands.Run run = batch("place", orders, "--dry-run", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    for (JsonNode item : run.json().path("items")) {
      assertThat(item.at("/order/attachAlgoOrds/0/slTriggerPx").asString())
          .isEqualTo(new BigDecimal(px("0.97")).stripTrailingZeros().toPlainString());
    }
  }

  @Test
  void theJournalAgreesWithTheExchange() {
    assertThat(batch("place", array(23), "--json").code()).isZero();
    PaperDesk desk = new PaperDesk(home.resolve(".okx"), time, 7);
    assertThat(desk.ledger().openIntents()).isEmpty();
    assertThat(desk.accepted()).hasSize(23);
    assertThat(okx.run("--paper", "audit", "verify").code()).isZero();
  }
}
