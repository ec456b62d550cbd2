package dev.okxguard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Record;
import dev.okxguard.model.Order;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Processes;
import dev.okxguard.testing.Seed;
import dev.okxguard.testing.WallTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real processes ended by `kill -9` at any moment. Whatever command comes next leaves the truth;
/// the next one that may write settles what was left open; the same intent again ends in exactly
/// one order. Most of the time is spent waiting until an order's fate is certain, so that several
/// homes are at it side by side. `-Dcrash.runs=N` kills N in each.
@Execution(ExecutionMode.CONCURRENT)
class KilledIT {
  private static final int CRASHES = Integer.getInteger("crash.runs", 5);
  private static final int TOLD_EVERY = 20;

  /// What is killed.
  private enum Victim {
    PLACE,
    BATCH,
    SPLIT;

    /// How often, since they take longer the more they send.
    int times() {
      return this == PLACE ? CRASHES : (CRASHES + 1) / 2;
    }

    /// The intent ids it sends orders under.
    List<String> keys(String key) {
      return switch (this) {
        case PLACE -> List.of(key);
        case BATCH -> List.of(key + "-0", key + "-1", key + "-2");
        case SPLIT -> List.of(key + "/1", key + "/2");
      };
    }

    String[] line(String key) {
      return switch (this) {
        case PLACE -> place("5", "--intent-id", key);
        case BATCH ->
            new String[] {
              "--paper", "order", "batch", "--action", "place", "--json", "--orders", orders(key)
            };
        case SPLIT -> place("10", "--intent-id", key, "--split", "2", "--every", "100ms");
      };
    }

    private String orders(String key) {
      return keys(key).stream()
          .map(
              id ->
                  "{\"instId\":\"BTC-USDT\",\"side\":\"buy\",\"sz\":\"5\",\"intentId\":\"%s\"}"
                      .formatted(id))
          .toList()
          .toString();
    }
  }

  @TempDir Path home;
  private final Map<String, Integer> figures = new TreeMap<>();
  private Processes processes;
  private Commands okx;
  private PaperDesk desk;

  @BeforeEach
  void open() {
    processes = Processes.packaged(home);
    okx = new Commands(home, new WallTime());
    desk = new PaperDesk(home.resolve(".okx"), new WallTime(), 7);
    okx.file(
        ".okx/guard.toml",
        """
        [limits]
        max_position_size = 100000
        max_total_ratio = 0.5
        max_daily_trades = 10000
        max_orders_per_minute = 10000
        repeat_limit = 0
        """);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
  }

  @ParameterizedTest(name = "{0} in home {1}")
  @CsvSource({"PLACE, 1", "BATCH, 2", "PLACE, 3", "SPLIT, 4", "PLACE, 5", "PLACE, 6"})
  void aCommandKilledAtAnyMomentIsSettledByTheNext(Victim victim, int number) throws Exception {
    long usual = usualLength(victim);
    Seed.check(
        (_, seed) -> {
          Random random = new Random(seed + number);
          for (int i = 1; i <= victim.times(); i++) {
            crash(victim, "k" + i, usual, random);
            if (i % TOLD_EVERY == 0 || i == victim.times()) {
              chainIsIntact();
              System.out.println(victim + " killed " + i + " times: " + figures);
            }
          }
        });
  }

  private void crash(Victim victim, String key, long usual, Random random) throws Exception {
    kill(processes.start("crash-" + key, victim.line(key)), usual, random);
    victim.keys(key).forEach(id -> count("left " + left(id)));
    if (random.nextInt(4) == 0) {
      kill(processes.start("again-" + key, victim.line(key)), usual, random);
      victim.keys(key).forEach(id -> count("killed again, left " + left(id)));
    }
    next(random, victim, key);
    settled(victim, key);
    again(victim, key);
  }

  private long usualLength(Victim victim) throws IOException, InterruptedException {
    length(victim, "cold");
    return Math.max(100, length(victim, "warm"));
  }

  private long length(Victim victim, String key) throws IOException, InterruptedException {
    long start = System.nanoTime();
    assertThat(processes.start(key, victim.line(key)).end().code()).isZero();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /// Half of them at any moment of their life, half just after they wrote into the journal.
  private void kill(Processes.Running running, long usual, Random random) throws Exception {
    if (random.nextBoolean()) {
      running.process().waitFor(random.nextLong(usual / 3, usual * 9 / 10), TimeUnit.MILLISECONDS);
    } else {
      long before = journalSize();
      while (running.process().isAlive() && journalSize() == before) {
        running.process().waitFor(1, TimeUnit.MILLISECONDS);
      }
      running.process().waitFor(random.nextLong(40), TimeUnit.MILLISECONDS);
    }
    count(running.process().isAlive() ? "killed" : "was over");
    running.process().destroyForcibly().waitFor();
  }

  private long journalSize() throws IOException {
    try (Stream<Path> files = Files.list(desk.journal())) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /// What a kill left behind: how far the command had come.
  private String left(String key) {
    List<String> ids = intents(key);
    if (ids.isEmpty()) {
      return "no intent";
    }
    boolean order = orders().containsKey(ids.getLast());
    String word = words().getOrDefault(ids.getLast(), "");
    return (word.isEmpty() ? "an open intent" : "an intent that is " + word)
        + (order ? ", and an order" : "");
  }

  /// Any command works on what is left, and none makes it worse.
  private void next(Random random, Victim victim, String key) {
    List<String[]> commands =
        List.of(
            new String[] {"--paper", "account", "balance", "--json"},
            new String[] {"--paper", "order", "list", "--json"},
            new String[] {"--paper", "audit", "verify", "--json"},
            new String[] {"--paper", "guard", "status", "--json"},
            new String[] {"--paper", "order", "resolve", "--json"},
            place("5", "--intent-id", "other-" + key),
            victim.line(key));
    String[] command = commands.get(random.nextInt(commands.size()));
    Commands.Run run = okx.run(command);
    assertThat(run.code()).as(String.join(" ", command) + "\n" + run).isZero();
    count("next " + command[1] + " " + command[2]);
  }

  /// One command that may write finds out, and the journal then says what the exchange says.
  private void settled(Victim victim, String key) {
    Commands.Run resolve = okx.run("--paper", "order", "resolve", "--json");
    assertThat(resolve.code()).as(resolve.toString()).isZero();
    assertThat(desk.ledger().openIntents()).isEmpty();
    Map<String, String> words = words();
    Map<String, Order> orders = orders();
    for (String id : victim.keys(key).stream().flatMap(one -> intents(one).stream()).toList()) {
      assertThat(words.get(id)).as(id).isEqualTo(orders.containsKey(id) ? "accepted" : "not_sent");
    }
  }

  private void again(Victim victim, String key) {
    Commands.Run again = okx.run(victim.line(key));
    assertThat(again.code()).as(again.toString()).isZero();
    Map<String, Order> orders = orders();
    for (String id : victim.keys(key)) {
      assertThat(intents(id).stream().filter(orders::containsKey)).as(id).hasSize(1);
    }
  }

  private void chainIsIntact() {
    Commands.Run verify = okx.run("--paper", "audit", "verify", "--json");
    assertThat(verify.code()).as(verify.toString()).isZero();
    assertThat(verify.json().path("outcome").asString()).isEqualTo("intact");
    List<String> known = desk.records().stream().map(r -> text(r, "clOrdId")).toList();
    assertThat(known).as("orders nobody wrote down").containsAll(orders().keySet());
  }

  private List<String> intents(String key) {
    return desk.records().stream()
        .filter(record -> record.type().equals("intent") && text(record, "key").equals(key))
        .map(record -> text(record, "clOrdId"))
        .toList();
  }

  private Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    desk.records().stream()
        .filter(record -> record.type().equals("outcome"))
        .forEach(record -> words.put(text(record, "clOrdId"), text(record, "outcome")));
    return words;
  }

  private Map<String, Order> orders() {
    Map<String, Order> orders = new LinkedHashMap<>();
    desk.accepted().forEach(order -> orders.put(order.clOrdId(), order));
    return orders;
  }

  private void count(String what) {
    figures.merge(what, 1, Integer::sum);
  }

  private static String text(Record record, String field) {
    return record.data().path(field).asString("");
  }

  private static String[] place(String usd, String... more) {
    return Stream.concat(
            Stream.of("--paper", "order", "place", "BTC-USDT", "--side", "buy", "--json", "--sz"),
            Stream.concat(Stream.of(usd), Stream.of(more)))
        .toArray(String[]::new);
  }
}
