package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Algo commands as a user meets them: outcome, exit code, document.
class AlgoFlowTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;

  @BeforeEach
  void open() {
    okx = new Commands(home, time);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
  }

  private Commands.Run algo(String... words) {
    List<String> line = new ArrayList<>(List.of("--paper", "--json", "order", "algo"));
    line.addAll(List.of(words));
    return okx.run(line.toArray(String[]::new));
  }

  private Commands.Run place(String... more) {
    List<String> line = new ArrayList<>(List.of("place", SWAP));
    line.addAll(List.of(more));
    return algo(line.toArray(String[]::new));
  }

  private JsonNode waiting() {
    return algo("list").json();
  }

  private String price(String factor) {
    JsonNode ticker = okx.run("--paper", "market", "ticker", SWAP, "--json").json();
    return new BigDecimal(ticker.path(0).path("last").asString())
        .multiply(new BigDecimal(factor))
        .setScale(1, RoundingMode.DOWN)
        .stripTrailingZeros()
        .toPlainString();
  }

  /// A long position of 0.05 with a stop attached.
  private void enter() {
    Commands.Run run =
        okx.run(
            "--paper", "order", "place", SWAP, "--side=buy", "--sz=0.05", "--sl", price("0.97"));
    assertThat(run.code()).as(run.toString()).isZero();
  }

  private static void accepted(Commands.Run run) {
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.json().path("outcome").asString()).isEqualTo("accepted");
  }

  private static void denied(Commands.Run run, String... codes) {
    assertThat(run.code()).as(run.toString()).isEqualTo(6);
    assertThat(run.json().path("denials").valueStream().map(d -> d.path("code").asString()))
        .as(run.toString())
        .contains(codes);
  }

  @Test
  void anOpenPositionIsProtectedMovedAndClosedAsTheOfficialCommandDoesIt() {
    enter();
    Commands.Run oco =
        place(
            "--side",
            "sell",
            "--sz",
            "0.05",
            "--ordType",
            "oco",
            "--reduceOnly",
            "--tpTriggerPx",
            price("1.05"),
            "--tpOrdPx=-1",
            "--slTriggerPx",
            price("0.98"),
            "--slOrdPx=-1");
    accepted(oco);
    String algoId = oco.json().path("algoId").asString();
    assertThat(algoId).isNotEmpty();
    assertThat(oco.json().path("algoClOrdId").asString()).startsWith("okgp");
    assertThat(oco.json().path("ordId").asString()).isEmpty();
    assertThat(waiting()).hasSize(2);

    accepted(algo("amend", SWAP, "--algoId", algoId, "--newSlTriggerPx", price("0.985")));
    assertThat(algo("list", "--ordType", "oco").json().path(0).path("slTriggerPx").asString())
        .isEqualTo(price("0.985"));

    String looser =
        algo("list", "--ordType", "conditional").json().path(0).path("algoId").asString();
    denied(algo("cancel", SWAP, "--algoId", algoId), "LAST_STOP");
    accepted(algo("cancel", SWAP, "--algoId", looser));
    assertThat(waiting()).hasSize(1);
    assertThat(algo("list", "--history", "--state", "canceled").json())
        .extracting(row -> row.path("algoId").asString())
        .containsExactly(looser);
  }

  @Test
  void theLastStopOfAnOpenPositionCanBeTightenedOnly() {
    enter();
    JsonNode stop = waiting().path(0);
    String id = stop.path("algoId").asString();
    denied(algo("cancel", SWAP, "--algoId", id), "LAST_STOP");
    denied(algo("amend", SWAP, "--algoId", id, "--newSlTriggerPx", price("0.95")), "STOP_LOOSENED");
    accepted(algo("amend", SWAP, "--algoId", id, "--newSlTriggerPx", price("0.98")));
    accepted(algo("trail", SWAP, "--side=sell", "--sz=0.05", "--callbackRatio=1%"));
    accepted(algo("cancel", SWAP, "--algoId", id));
  }

  @Test
  void cancelAllLeavesAnOpenPositionItsTightestStop() {
    enter();
    accepted(
        place(
            "--side=sell",
            "--sz=0.05",
            "--reduceOnly",
            "--ordType=conditional",
            "--sl",
            price("0.98")));
    accepted(
        place(
            "--side=sell",
            "--sz=0.05",
            "--reduceOnly",
            "--ordType=conditional",
            "--tp",
            price("1.1")));
    assertThat(waiting()).hasSize(3);

    Commands.Run all = okx.run("--paper", "--json", "order", "cancel-all", "--algos");
    assertThat(all.code()).as(all.toString()).isEqualTo(6);
    assertThat(all.json().path("gone").asInt()).isEqualTo(2);
    assertThat(all.json().path("left")).hasSize(1);
    assertThat(all.json().path("reason").asString()).contains("stop");
    assertThat(waiting().path(0).path("slTriggerPx").asString()).isEqualTo(price("0.98"));

    assertThat(okx.run("--paper", "order", "close", SWAP).code()).isZero();
    assertThat(okx.run("--paper", "order", "cancel-all", "--algos").code()).isZero();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void closeFractionNeedsReduceOnlyAndProtectsWhateverTheSizeIs() {
    enter();
    denied(place("--side=sell", "--closeFraction=1", "--sl", price("0.98")), "CLOSE_FRACTION");
    accepted(place("--side=sell", "--closeFraction=1", "--reduceOnly", "--sl", price("0.98")));
    assertThat(waiting().valueStream().map(row -> row.path("closeFraction").asString()))
        .contains("1");
  }

  @Test
  void aTriggerEntryNeedsAPriceAndAStop() {
    String up = price("1.01");
    denied(place("--side=buy", "--sz=0.05", "--triggerPx", up), "MAX_SLIPPAGE", "STOP_REQUIRED");
    Commands.Run run =
        place(
            "--side=buy",
            "--sz=0.05",
            "--triggerPx",
            up,
            "--orderPx",
            price("1.012"),
            "--sl",
            price("0.99"));
    accepted(run);
    assertThat(waiting().path(0).path("attachAlgoOrds").path(0).path("slTriggerPx").asString())
        .isEqualTo(price("0.99"));
    String id = run.json().path("algoId").asString();
    accepted(algo("amend", SWAP, "--algoId", id, "--newTriggerPx", price("1.008")));
    accepted(algo("cancel", SWAP, "--algoId", id));
  }

  @Test
  void theSameIntentIdPlacesOneAndADryRunNone() {
    String[] line = {
      "place",
      "BTC-USDT",
      "--side=buy",
      "--sz=0.0002",
      "--triggerPx",
      price("0.99"),
      "--orderPx",
      price("0.991"),
      "--intent-id",
      "dip"
    };
    String[] dry = java.util.Arrays.copyOf(line, line.length + 1);
    dry[line.length] = "--dry-run";
    Commands.Run preview = algo(dry);
    assertThat(preview.code()).as(preview.toString()).isZero();
    assertThat(preview.json().path("outcome").asString()).isEqualTo("preview");
    assertThat(waiting()).isEmpty();
    accepted(algo(line));
    Commands.Run again = algo(line);
    accepted(again);
    assertThat(again.json().path("next").asString()).contains("nothing was sent now");
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void textNamesTheAlgoOrderAndItsPrices() {
    enter();
    Commands.Run run =
        okx.run(
            "--paper",
            "order",
            "algo",
            "place",
            SWAP,
            "--side=sell",
            "--sz=0.05",
            "--tp",
            price("1.02"));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("accepted  sell conditional 0.05 BTC-USDT-SWAP tpTriggerPx ")
        .contains("algoId")
        .contains("algoClOrdId");
    assertThat(okx.run("--paper", "order", "algo", "list").out()).contains("slTriggerPx");
  }

  @Test
  void whatCannotBeMeantIsAUsageFault() {
    for (String words :
        List.of(
            "place BTC-USDT-SWAP --side sell --sz 1",
            "place BTC-USDT-SWAP --side sell --sl 90000",
            "place BTC-USDT-SWAP --sz 1 --sl 90000",
            "place BTC-USDT-SWAP --side sell --sz 1 --closeFraction 1 --sl 90000",
            "place BTC-USDT-SWAP --side sell --closeFraction 0.5 --sl 90000",
            "place BTC-USDT-SWAP --side sell --sz 1 --ordType oco --sl 90000",
            "place BTC-USDT-SWAP --side sell --sz 1 --ordType conditional --sl 90000 --tp 99000",
            "place BTC-USDT-SWAP --side sell --sz 1 --ordType trigger --sl 90000",
            "place BTC-USDT-SWAP --side sell --sz 1 --ordType oco --sl 1 --tp 2 --triggerPx 3",
            "place BTC-USDT-SWAP --side sell --sz 1 --tp 1 --slOrdPx 5",
            "place BTC-USDT-SWAP --side sell --sz 1 --sl 0",
            "place BTC-USDT-SWAP --side up --sz 1 --sl 1",
            "place BTC-USDT-SWAP --side sell --sz 1 --sl 1 --slTriggerPxType price",
            "place BTC-USDT --side sell --sz 1 --sl 1 --posSide long",
            "trail BTC-USDT-SWAP --side sell --sz 1",
            "trail BTC-USDT-SWAP --side sell --sz 1 --callbackRatio 1% --callbackSpread 5",
            "trail BTC-USDT-SWAP --side sell --sz 1 --callbackRatio one",
            "amend BTC-USDT-SWAP --algoId 1",
            "amend BTC-USDT-SWAP --newSz 1",
            "amend BTC-USDT-SWAP --algoId 1 --newSz 0",
            "cancel BTC-USDT-SWAP",
            "cancel BTC-USDT-SWAP --algoId 1-2",
            "list --state canceled",
            "list --ordType stop")) {
      assertThat(algo(words.split(" ")).code()).as(words).isEqualTo(2);
    }
  }

  @Test
  void theRangeOfATrailAndTheSideOfAStopAreToldBeforeSending() {
    enter();
    denied(algo("trail", SWAP, "--side=sell", "--sz=0.05", "--callbackRatio=0.0001"), "CALLBACK");
    denied(place("--side=sell", "--sz=0.05", "--sl", price("1.01")), "TRIGGER_WRONG_SIDE");
    denied(place("--side=sell", "--sz=0.05", "--tp", price("0.99")), "TRIGGER_WRONG_SIDE");
    denied(place("--side=sell", "--sz=0.05", "--sl", "90000.05"), "TRIGGER_PRICE");
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void haltedNothingButCancelGoes() {
    enter();
    String looser = waiting().path(0).path("algoId").asString();
    Commands.Run second = place("--side=sell", "--sz=0.05", "--sl", price("0.98"));
    accepted(second);
    String id = second.json().path("algoId").asString();
    assertThat(okx.run("--paper", "guard", "halt").code()).isZero();
    assertThat(place("--side=sell", "--sz=0.05", "--sl", price("0.99")).code()).isEqualTo(11);
    assertThat(algo("amend", SWAP, "--algoId", id, "--newSlTriggerPx", price("0.99")).code())
        .isEqualTo(11);
    accepted(algo("cancel", SWAP, "--algoId", looser));
  }
}
