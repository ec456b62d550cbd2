package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Time;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// One order in parts: each judged, recorded and at most once; stopped, told and taken up again.
class SplitFlowTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Waiting onWait = () -> {};
  private Commands okx;
  private int opening;

  /// What happens while the command waits between two parts.
  @FunctionalInterface
  private interface Waiting {
    void happens() throws InterruptedException;
  }

  @BeforeEach
  void open() {
    okx = new Commands(home, new Hooked());
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
    opening = bills();
  }

  private int bills() {
    return okx.run("--paper", "--json", "account", "bills", "--limit", "100").json().size();
  }

  private Commands.Run buy(String... more) {
    return okx.run(
        Stream.concat(
                Stream.of("--paper", "--json", "order", "place", "BTC-USDT", "--side", "buy"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void thePartsGoOutOneByOneWithTheWaitBetween() {
    Commands.Run run = buy("--usd", "50", "--split", "3", "--every", "5m");

    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
    JsonNode json = run.json();
    assertThat(json.path("outcome").asString()).isEqualTo("accepted");
    assertThat(json.path("accepted").asInt()).isEqualTo(3);
    assertThat(json.path("tranches")).hasSize(3);
    assertThat(json.path("tranches").path(0).path("said").asString()).isEqualTo("usd 16.66");
    assertThat(json.path("tranches").path(2).path("said").asString()).isEqualTo("usd 16.68");
    assertThat(json.path("totals").path("notionalUsd").asString()).isEqualTo("50");
    BigDecimal filled = BigDecimal.ZERO;
    for (JsonNode tranche : json.path("tranches")) {
      filled = filled.add(new BigDecimal(tranche.path("accFillSz").asString()));
    }
    assertThat(new BigDecimal(json.path("totals").path("accFillSz").asString()))
        .isEqualByComparingTo(filled)
        .isPositive();
    assertThat(Duration.between(Instant.parse("2026-11-21T10:00:00Z"), time.now()))
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
  }

  @Test
  void itStopsAtTheFirstRefusalAndGoesOnFromThere() {
    okx.file(".okx/guard.toml", "policy.loosen_delay = 0\n[limits]\nmax_daily_trades = 2\n");
    String[] order = {"--sz", "30", "--split", "3", "--intent-id", "dca", "--every", "1m"};
    Commands.Run first = buy(order);

    assertThat(first.code()).as(first.toString()).isEqualTo(6);
    assertThat(first.json().path("outcome").asString()).isEqualTo("denied");
    assertThat(first.json().path("accepted").asInt()).isEqualTo(2);
    assertThat(first.json().path("tranches")).hasSize(3);
    assertThat(first.json().path("tranches").path(2).path("denials").toString())
        .contains("MAX_DAILY_TRADES");
    assertThat(first.json().path("next").asString()).startsWith("2 placed before; part 3: ");
    int placed = bills();

    okx.file(".okx/guard.toml", "policy.loosen_delay = 0\n[limits]\nmax_daily_trades = 20\n");
    Instant before = time.now();
    Commands.Run again = buy(order);
    assertThat(again.code()).as(again.toString()).isZero();
    for (int i = 0; i < 2; i++) {
      assertThat(again.json().path("tranches").path(i).path("ordId").asString())
          .isEqualTo(first.json().path("tranches").path(i).path("ordId").asString());
    }
    assertThat(again.json().path("tranches").path(2).path("key").asString()).isEqualTo("dca/3");
    assertThat(Duration.between(before, time.now()))
        .as("parts of the first run are not waited for")
        .isLessThan(Duration.ofSeconds(30));
    assertThat((placed - opening) * 3).isEqualTo((bills() - opening) * 2);
  }

  @Test
  void aLimitTightenedMeanwhileBindsTheNextPart() {
    onWait = () -> okx.file(".okx/guard.toml", "[limits]\nmax_order_size = 5\n");
    Commands.Run run = buy("--usd", "30", "--split", "3");

    assertThat(run.code()).as(run.toString()).isEqualTo(6);
    assertThat(run.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(run.json().path("tranches").path(1).path("denials").toString())
        .contains("MAX_ORDER_SIZE");
  }

  @Test
  void aHaltMeanwhileStopsIt() {
    onWait = () -> assertThat(okx.run("--paper", "guard", "halt").code()).isZero();
    Commands.Run run = buy("--usd", "30", "--split", "3");

    assertThat(run.code()).as(run.toString()).isEqualTo(11);
    assertThat(run.json().path("outcome").asString()).isEqualTo("halted");
    assertThat(run.json().path("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void aFaultBetweenTwoPartsTellsWhatWasPlaced() {
    onWait = () -> okx.file(".okx/guard.toml", "[limits\n");
    Commands.Run run = buy("--usd", "30", "--split", "3", "--intent-id", "k");

    assertThat(run.code()).as(run.toString()).isIn(3, 6);
    assertThat(run.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(run.json().path("tranches").path(0).path("outcome").asString())
        .isEqualTo("accepted");
    assertThat(run.json().path("next").asString()).isNotEmpty();
  }

  @Test
  void aStopBetweenTwoPartsLeavesNothingUnknown() {
    onWait =
        () -> {
          throw new InterruptedException();
        };
    Commands.Run run = buy("--usd", "30", "--split", "3", "--intent-id", "k");
    assertThat(Thread.interrupted()).isTrue();

    assertThat(run.code()).as(run.toString()).isEqualTo(130);
    assertThat(run.json().path("outcome").asString()).isEqualTo("interrupted");
    assertThat(run.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(run.json().path("next").asString()).contains("goes on");
    assertThat(okx.run("--paper", "--json", "order", "resolve").json().toString())
        .doesNotContain("unknown");
  }

  @Test
  void aDryRunSendsNothing() {
    Commands.Run one = buy("--usd", "30", "--dry-run");
    assertThat(one.code()).as(one.toString()).isZero();
    assertThat(one.json().path("outcome").asString()).isEqualTo("preview");
    assertThat(one.json().path("estimate").path("notionalUsd").asString()).isEqualTo("30");
    Commands.Run split = buy("--usd", "30", "--split", "2", "--intent-id", "k", "--dry-run");
    assertThat(split.code()).as(split.toString()).isZero();
    assertThat(split.json().path("tranches")).hasSize(2);
    assertThat(split.json().path("tranches").path(1).path("key").asString()).isEqualTo("k/2");
    assertThat(buy("--usd", "30", "--dry-run", "--read-only").code()).isEqualTo(6);
    assertThat(bills()).isEqualTo(opening);
  }

  @Test
  void asTextEachPartIsToldAndOnATerminalAsItGoes() {
    Commands.Run run =
        okx.typing("")
            .run(
                "--paper",
                "order",
                "place",
                "BTC-USDT",
                "--side",
                "buy",
                "--usd",
                "30",
                "--split",
                "2");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.out()).contains("2 of 2 parts accepted", "Part 1 (usd 15)", "Part 2 (usd 15)");
    assertThat(run.err()).contains("part 1 of 2: accepted", "part 2 of 2: accepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--sz 30 --split 1",
        "--sz 30 --split 101",
        "--sz 30 --split two",
        "--sz 30 --every 30s",
        "--sz 30 --split 2 --every 30",
        "--sz 30 --split 2 --every 1d",
        "--sz 30 --split 2 --every -1s",
        "--sz 30 --split 2 --every 10s",
        "--sz 0.05 --split 10",
        "--sz 0.0002 --px 60000 --split 100"
      })
  void whatCannotBeSplitIsRefused(String options) {
    Commands.Run run = buy(options.split(" ", -1));
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(bills()).isEqualTo(opening);
  }

  /// Manual time on which something happens in every long wait.
  private final class Hooked implements Time {
    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public long nanos() {
      return time.nanos();
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
      time.pause(length);
      if (length.compareTo(LONG) > 0) {
        onWait.happens();
      }
    }
  }
}
