package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.console.Json;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.Golden;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Order commands as a user meets them: outcome, exit code, document.
class PlaceFlowTest {
  private static final List<String> FIELDS =
      List.of(
          "outcome",
          "env",
          "profile",
          "uid",
          "intentId",
          "clOrdId",
          "ordId",
          "state",
          "accFillSz",
          "avgPx",
          "order",
          "notionalUsd",
          "denials",
          "exchange",
          "checks",
          "next");

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;
  private int opening;

  @BeforeEach
  void open() {
    okx = new Commands(home, time);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
    opening = orders();
  }

  private Commands.Run place(String... more) {
    return okx.run(line("order", "place", more));
  }

  private static String[] line(String noun, String verb, String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "--paper";
    args[1] = noun;
    args[2] = verb;
    System.arraycopy(more, 0, args, 3, more.length);
    return args;
  }

  private int orders() {
    int pending = okx.run("--paper", "order", "list", "--json").json().size();
    int fills = okx.run("--paper", "account", "bills", "--json").json().size();
    return pending + fills - opening;
  }

  @Test
  void anAcceptedOrderExitsZeroWithTheWholeDocument() {
    Commands.Run run = place("BTC-USDT", "--side", "buy", "--sz", "20", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(names(run.json())).containsAll(FIELDS);
    assertThat(run.json().path("outcome").asString()).isEqualTo("accepted");
    assertThat(run.json().path("env").asString()).isEqualTo("paper");
    assertThat(run.json().path("state").asString()).isEqualTo("filled");
    assertThat(run.json().path("clOrdId").asString()).startsWith("okg").hasSizeLessThan(33);
    ObjectNode document = (ObjectNode) run.json();
    assertThat(document.remove("checks")).isNotEmpty();
    Golden.check("order-place-accepted.json", Commands.stable(Json.pretty(document)) + "\n");
  }

  @Test
  void everyOutcomeReadsWellAsText() {
    String text =
        place("BTC-USDT", "--side", "buy", "--sz", "20").stable()
            + "\n"
            + place("BTC-USDT", "--side", "buy", "--sz", "101").stable()
            + "\n"
            + okx.run("--paper", "order", "preview", "BTC-USDT", "--side", "buy", "--sz", "30")
                .stable();
    assertThat(okx.run("--paper", "guard", "halt").code()).isZero();
    Golden.check(
        "order-place.txt", text + "\n" + place("BTC-USDT", "--side", "buy", "--sz", "30").stable());
  }

  @Test
  void aDeniedOrderNamesEachRuleWithLimitAndValue() {
    Commands.Run run = place("BTC-USDT", "--side", "buy", "--sz", "5000", "--json");
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.json().path("outcome").asString()).isEqualTo("denied");
    assertThat(run.json().path("ordId").asString()).isEmpty();
    assertThat(run.json().path("denials")).isNotEmpty();
    for (JsonNode denial : run.json().path("denials")) {
      assertThat(names(denial)).containsExactly("rule", "code", "limit", "value", "message");
      assertThat(denial.path("limit").asString()).isNotEmpty();
    }
    assertThat(names(run.json().path("checks").path(0)))
        .containsExactly("rule", "limit", "value", "verdict");
    assertThat(orders()).isZero();
  }

  @Test
  void aRefusalByTheExchangeExitsFiveWithItsCode() {
    Commands.Run run =
        place("BTC-USDT", "--side", "buy", "--sz", "0.0000001", "--px", price("0.99"), "--json");
    assertThat(run.code()).as(run.toString()).isIn(5, 6);
  }

  @Test
  void aPreviewAndACheckSendNothing() {
    String[] order = {"BTC-USDT", "--side", "buy", "--sz", "20", "--json"};
    Commands.Run preview = okx.run(line("order", "preview", order));
    Commands.Run check = okx.run(line("guard", "check", order));
    assertThat(preview.code()).isZero();
    assertThat(preview.json().path("outcome").asString()).isEqualTo("preview");
    assertThat(check.code()).isZero();
    assertThat(check.json().path("outcome").asString()).isEqualTo("allowed");
    assertThat(names(preview.json())).containsAll(FIELDS);
    assertThat(orders()).isZero();
    assertThat(place(order).code()).isZero();
  }

  @Test
  void anIntentIdPlacesOnceAndRefusesADifferentOrder() {
    String[] order = {"BTC-USDT", "--side", "buy", "--sz", "20", "--intent-id", "dca-1", "--json"};
    String first = place(order).json().path("ordId").asString();
    time.advance(Duration.ofHours(30));
    Commands.Run again = place(order);
    assertThat(again.code()).isZero();
    assertThat(again.json().path("ordId").asString()).isEqualTo(first);
    Commands.Run other =
        place("BTC-USDT", "--side", "buy", "--sz", "21", "--intent-id", "dca-1", "--json");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.out()).isEmpty();
    assertThat(other.fault().path("error").asString()).isEqualTo("usage");
  }

  @Test
  void aHaltStopsPlacingButNotCancelling() {
    String ordId = rest();
    Commands.Run halt = okx.run("--paper", "guard", "halt", "--reason", "news", "--json");
    assertThat(halt.json().path("scope").asString()).isEqualTo("account");
    Commands.Run placed = place("BTC-USDT", "--side", "buy", "--sz", "20", "--json");
    assertThat(placed.code()).isEqualTo(11);
    assertThat(placed.json().path("outcome").asString()).isEqualTo("halted");
    assertThat(placed.json().path("reason").asString()).contains("news");
    cancelled(ordId);
  }

  @Test
  void aHaltForAnAccountNobodyKnowsYetHaltsThemAll() {
    Commands.Run halt = okx.run("--paper", "guard", "halt", "--json");
    assertThat(halt.code()).as(halt.toString()).isZero();
    assertThat(halt.json().path("scope").asString()).isEqualTo("all");
    assertThat(place("BTC-USDT", "--side", "buy", "--sz", "20").code()).isEqualTo(11);
  }

  @Test
  void aFileMadeByTouchHalts() throws IOException {
    Files.createDirectories(home.resolve(".okx/state"));
    Files.createFile(home.resolve(".okx/state/HALT"));
    assertThat(place("BTC-USDT", "--side", "buy", "--sz", "20").code()).isEqualTo(11);
    assertThat(okx.run("--paper", "guard", "check").code()).isEqualTo(11);
  }

  @Test
  void aHaltNeedsNoReadableConfiguration() {
    okx.file(".okx/config.toml", "this is [not toml\n");
    Commands.Run halt = okx.run("guard", "halt");
    assertThat(home.resolve(".okx/state/HALT")).as(halt.toString()).exists();
    assertThat(halt.code()).as(halt.toString()).isZero();
  }

  @Test
  void anUnreadablePolicyStopsEntriesAndNoCancel() {
    String ordId = rest();
    okx.file(".okx/guard.toml", "[limits]\nmax_order_sise = 5\n");
    Commands.Run run = place("BTC-USDT", "--side", "buy", "--sz", "20", "--json");
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.json().at("/denials/0/rule").asString()).isEqualTo("policy");
    cancelled(ordId);
  }

  @Test
  void aBrokenJournalStopsEntriesAndNoCancel() throws IOException {
    String ordId = rest();
    Files.writeString(segment(), "{\"data\":{}}\n", StandardOpenOption.APPEND);
    Commands.Run run = place("BTC-USDT", "--side", "buy", "--sz", "20", "--json");
    assertThat(run.code()).isEqualTo(9);
    assertThat(run.fault().path("error").asString()).isEqualTo("findings");
    assertThat(okx.run("--paper", "audit", "verify").code()).isEqualTo(9);
    cancelled(ordId);
  }

  @Test
  void aJournalThatCannotBeWrittenStopsEntriesAndNoCancel() throws IOException {
    String ordId = rest();
    Path journal = segment().getParent();
    Files.move(journal, journal.resolveSibling("away"));
    Files.writeString(journal, "a file in its place");
    Commands.Run run = place("BTC-USDT", "--side", "buy", "--sz", "20", "--json");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.fault().path("error").asString()).isEqualTo("config");
    cancelled(ordId);
  }

  @Test
  void readOnlySendsNothing() {
    String ordId = rest();
    for (String[] args :
        List.of(
            line("order", "place", "BTC-USDT", "--side", "buy", "--sz", "20", "--read-only"),
            line("order", "cancel", "BTC-USDT", "--ordId", ordId, "--read-only"))) {
      Commands.Run run = okx.run(args);
      assertThat(run.code()).as(run.toString()).isEqualTo(6);
    }
    assertThat(okx.run("--paper", "order", "list", "--json").json()).hasSize(1);
  }

  @Test
  void nobodyChoseAnEnvironmentSoNothingIsWritten() {
    Commands.Run run = okx.run("order", "place", "BTC-USDT", "--side", "buy", "--sz", "20");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--paper").contains("--demo").contains("--live");
  }

  @Test
  void twoEnvironmentsAreNone() {
    Commands.Run run =
        okx.run("--demo", "--live", "order", "place", "BTC-USDT", "--side", "buy", "--sz", "2");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("exclude");
  }

  /// Leaves an order resting and gives its id.
  private String rest() {
    Commands.Run run =
        place("BTC-USDT", "--side", "buy", "--sz", "0.0002", "--px", price("0.99"), "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    return run.json().path("ordId").asString();
  }

  private void cancelled(String ordId) {
    Commands.Run run =
        okx.run("--paper", "order", "cancel", "BTC-USDT", "--ordId", ordId, "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.json().path("outcome").asString()).isEqualTo("accepted");
    assertThat(run.json().path("state").asString()).isEqualTo("canceled");
    assertThat(okx.run("--paper", "order", "list", "--json").json()).isEmpty();
  }

  private String price(String factor) {
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

  private Path segment() throws IOException {
    try (var files = Files.walk(home.resolve(".okx/state"))) {
      return files.filter(f -> f.toString().endsWith(".ndjson")).findFirst().orElseThrow();
    }
  }

  private static List<String> names(JsonNode node) {
    return List.copyOf(node.propertyNames());
  }
}
