package dev.okxguard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Record;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Processes;
import dev.okxguard.testing.WallTime;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Races of real processes on one account.
class RacesIT {
  private static final int RACERS = 8;

  @TempDir Path home;
  private Processes processes;
  private Commands okx;
  private PaperDesk desk;

  @BeforeEach
  void open() {
    processes = Processes.packaged(home);
    okx = new Commands(home, new WallTime());
    desk = new PaperDesk(home.resolve(".okx"), new WallTime(), 7);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
  }

  @Test
  void oneIntentIdInManyProcessesIsOneOrder() throws Exception {
    List<Commands.Run> runs = race(_ -> line("--sz", "20", "--intent-id", "dca-1"));
    assertThat(runs).extracting(Commands.Run::code).as("%s", runs).isSubsetOf(0, 10).contains(0);
    List<String> told =
        runs.stream()
            .filter(run -> run.code() == 0)
            .map(run -> run.json().path("ordId").asString())
            .distinct()
            .toList();
    assertThat(told).hasSize(1);
    assertThat(bought()).containsOnlyKeys(told.getFirst());
    journalIsSound();
  }

  /// Each alone fits the limit of 100 USD a position; three together do not.
  @Test
  void theLimitHoldsForAllProcessesTogether() throws Exception {
    List<Commands.Run> runs = race(i -> line("--sz", "4" + i));
    assertThat(runs).extracting(Commands.Run::code).isSubsetOf(0, 6, 10).contains(0);
    long accepted = runs.stream().filter(run -> run.code() == 0).count();
    Map<String, BigDecimal> bought = bought();
    assertThat(bought).hasSize((int) accepted);
    assertThat(bought.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isLessThanOrEqualTo(new BigDecimal("100"));
    journalIsSound();
  }

  /// Any two orders of them fit, five do not; what a batch sent before counts in it, too.
  @Test
  void theLimitHoldsForTheBatchesOfAllProcessesTogether() throws Exception {
    List<Commands.Run> runs = race(i -> batch("2" + i, "2" + (i + 1)));
    assertThat(runs).extracting(Commands.Run::code).contains(0);
    Map<String, BigDecimal> bought = bought();
    assertThat(bought.size()).isBetween(2, 4);
    assertThat(bought.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isLessThanOrEqualTo(new BigDecimal("100"));
    journalIsSound();
  }

  /// A busy lock stops no exit, so that several closes may be under way at once.
  @Test
  void manyProcessesClosingOnePositionNeverOpenOne() throws Exception {
    try (PaperDesk.Process process = desk.process()) {
      WriteReply opened =
          process
              .exchange()
              .send(
                  Write.ORDER,
                  process
                      .exchange()
                      .orderBody(
                          Orders.contract(Side.BUY, OrdType.MARKET, "3", "", false),
                          new ClOrdId("manual1")),
                  Optional.of(process.exchange().serverTime().plusSeconds(5)));
      assertThat(opened).isInstanceOf(WriteReply.Accepted.class);
    }
    race(_ -> new String[] {"--paper", "order", "close", Orders.SWAP, "--json"});
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.exchange().positions()).isEmpty();
    }
    BigDecimal sold =
        desk.accepted().stream()
            .filter(order -> order.side() == Side.SELL)
            .map(Order::accFillSz)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sold).isEqualByComparingTo("3");
  }

  private static String[] batch(String... sizes) {
    String orders =
        Stream.of(sizes)
            .map("{\"instId\":\"BTC-USDT\",\"side\":\"buy\",\"sz\":\"%s\"}"::formatted)
            .toList()
            .toString();
    return new String[] {
      "--paper", "order", "batch", "--action", "place", "--json", "--orders", orders
    };
  }

  @Test
  void aReaderThatGoesAwayEndsTheCommandQuietly() throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
                "sh",
                "-c",
                "\"$0\" --paper market instruments --instType SPOT --json | true",
                Processes.launcher().toString())
            .redirectErrorStream(true);
    command.environment().put("HOME", home.toString());
    Process shell = command.start();
    String told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    assertThat(told).isEmpty();
  }

  private List<Commands.Run> race(IntFunction<String[]> line) throws Exception {
    List<Processes.Running> running = new ArrayList<>();
    for (int i = 0; i < RACERS; i++) {
      running.add(processes.start("racer" + i, line.apply(i)));
    }
    List<Commands.Run> runs = new ArrayList<>();
    for (Processes.Running one : running) {
      runs.add(one.end());
    }
    return runs;
  }

  private static String[] line(String... more) {
    return Stream.concat(
            Stream.of("--paper", "order", "place", "BTC-USDT", "--side", "buy", "--json"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /// What the exchange says was spent, by order.
  private Map<String, BigDecimal> bought() {
    Map<String, BigDecimal> bought = new HashMap<>();
    for (Order order : desk.accepted()) {
      bought.put(order.ordId(), order.accFillSz().multiply(order.avgPx().orElse(BigDecimal.ZERO)));
    }
    return bought;
  }

  private void journalIsSound() {
    Commands.Run verify = okx.run("--paper", "audit", "verify", "--json");
    assertThat(verify.code()).as(verify.toString()).isZero();
    assertThat(verify.json().path("outcome").asString()).isEqualTo("intact");
    assertThat(desk.ledger().openIntents()).isEmpty();
    Map<String, String> words = new HashMap<>();
    for (Record record : desk.records()) {
      if (record.type().equals("outcome")) {
        words.put(
            record.data().path("clOrdId").asString(), record.data().path("outcome").asString());
      }
    }
    List<String> accepted = desk.accepted().stream().map(Order::clOrdId).toList();
    words.values().removeIf(word -> !word.equals("accepted"));
    assertThat(words.keySet()).containsExactlyInAnyOrderElementsOf(accepted);
  }
}
