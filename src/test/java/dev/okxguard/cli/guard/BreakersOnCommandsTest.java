package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.JournalReader;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.Commands.Run;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Each breaker on whole command lines: it trips, it stays tripped, and forgetting what is on disk
/// resets nothing.
class BreakersOnCommandsTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;

  @BeforeEach
  void open() {
    okx = new Commands(home, time);
    ok("paper", "reset", "--seed", "7");
    price("100000");
  }

  private void breakers(String lines) {
    okx.file(
        ".okx/guard.toml",
        """
        [limits]
        max_order_size = 100000
        max_order_ratio = 10
        max_position_size = 100000
        max_total_ratio = 10
        max_daily_trades = 1000
        max_orders_per_minute = 1000
        max_leverage = 10
        min_cash_ratio = 0
        max_slippage = 0.5
        price_collar = 0.5
        max_risk_per_trade = 1
        require_stop_loss = "never"
        duplicate_window_s = 0
        repeat_limit = 0
        [breakers]
        """
            + lines
            + "\n");
  }

  private Run run(String... args) {
    time.advance(Duration.ofSeconds(20));
    List<String> line = new ArrayList<>(List.of("--paper"));
    line.addAll(List.of(args));
    return okx.run(line.toArray(String[]::new));
  }

  private Run ok(String... args) {
    Run run = run(args);
    assertThat(run.code()).as(run.toString()).isZero();
    return run;
  }

  private void price(String price) {
    ok("paper", "price", SWAP, price);
  }

  private Run buy(String contracts) {
    return run("order", "place", SWAP, "--side", "buy", "--ordType", "market", "--sz", contracts);
  }

  private void close() {
    ok("order", "close", SWAP);
  }

  private JsonNode check(int code) {
    Run run = run("guard", "check", "--json");
    assertThat(run.code()).as(run.toString()).isEqualTo(code);
    return run.json();
  }

  private static String verdict(JsonNode check, String breaker) {
    return check
        .path("breakers")
        .valueStream()
        .filter(one -> one.path("breaker").asString().equals(breaker))
        .map(one -> one.path("verdict").asString())
        .findFirst()
        .orElse("not there");
  }

  private void tripped(String breaker) {
    JsonNode check = check(11);
    assertThat(verdict(check, breaker)).isEqualTo("tripped");
    assertThat(check.path("outcome").asString()).isEqualTo("halted");
    assertThat(check.path("reason").asString()).contains("breaker " + breaker);
    Run place = buy("0.1");
    assertThat(place.code()).as(place.toString()).isEqualTo(11);
    List<String> types = new ArrayList<>();
    JournalReader.read(journal(), line -> types.add(line.type()));
    assertThat(types).filteredOn("tripped"::equals).hasSize(1);
    assertThat(types).filteredOn("halted"::equals).hasSize(1);
  }

  private Path state() {
    return home.resolve(".okx/state");
  }

  private Path journal() {
    try (Stream<Path> all = Files.walk(state())) {
      return all.filter(path -> path.endsWith("journal")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forgetState() throws IOException {
    try (Stream<Path> all = Files.walk(state())) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void theDaysLossHaltsAndForgettingTheStateBringsNothingBack() throws IOException {
    breakers("max_consecutive_losses = 0\nmax_move = 0");
    assertThat(buy("8").code()).isZero();
    price("97000");
    assertThat(verdict(check(0), "max_daily_loss_ratio")).isEqualTo("ok");
    price("96000");
    tripped("max_daily_loss_ratio");
    close();
    forgetState();
    tripped("max_daily_loss_ratio");
  }

  @Test
  void thePenaltyOfALiquidationCountsWhereTheStateIsForgotten() throws IOException {
    breakers("max_daily_loss_ratio = 0.079\nmax_consecutive_losses = 0\nmax_move = 0");
    ok("account", "set-leverage", SWAP, "--mgnMode", "isolated", "--lever", "10");
    ok("order", "place", SWAP, "--side", "buy", "--tdMode", "isolated", "--sz", "8");
    price("90400");
    forgetState();
    tripped("max_daily_loss_ratio");
  }

  @Test
  void theOrderThatMeetsTheLossIsHalted() {
    breakers("max_consecutive_losses = 0\nmax_move = 0");
    assertThat(buy("8").code()).isZero();
    price("96000");
    Run run =
        run("order", "place", SWAP, "--side", "buy", "--sz", "0.1", "--px", "90000", "--json");
    assertThat(run.code()).as(run.toString()).isEqualTo(11);
    assertThat(run.json().path("outcome").asString()).isEqualTo("halted");
    assertThat(
            run.json()
                .path("checks")
                .valueStream()
                .filter(one -> one.path("rule").asString().equals("max_daily_loss_ratio"))
                .map(one -> one.path("verdict").asString()))
        .containsExactly("denied");
    close();
  }

  @Test
  void theDrawdownHalts() {
    breakers("max_daily_loss_ratio = 1\nmax_consecutive_losses = 0\nmax_move = 0");
    assertThat(buy("8").code()).isZero();
    price("110000");
    assertThat(verdict(check(0), "max_drawdown")).isEqualTo("ok");
    price("98000");
    assertThat(verdict(check(0), "max_drawdown")).isEqualTo("ok");
    price("96000");
    tripped("max_drawdown");
  }

  @Test
  void theLimitsShowHowMuchWasLostAtTheLastLook() {
    breakers("max_daily_loss_ratio = 1\nmax_consecutive_losses = 0\nmax_move = 0");
    assertThat(buy("8").code()).isZero();
    price("110000");
    check(0);
    price("98000");
    check(0);
    assertThat(new BigDecimal(used("breakers.max_drawdown")))
        .isBetween(ratio("0.07"), ratio("0.1"));
    assertThat(new BigDecimal(used("breakers.max_daily_loss_ratio"))).isLessThan(ratio("0.07"));
    time.advance(Duration.ofDays(1));
    assertThat(used("breakers.max_daily_loss_ratio")).isEmpty();
  }

  private String used(String key) {
    return okx.run("--paper", "guard", "limits", "--json")
        .json()
        .path("limits")
        .valueStream()
        .filter(limit -> limit.path("key").asString().equals(key))
        .map(limit -> limit.path("used").asString())
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal ratio(String text) {
    return new BigDecimal(text);
  }

  @Test
  void threeLosingRoundTripsHaltAndForgettingTheStateBringsNothingBack() throws IOException {
    breakers("max_move = 0");
    for (int trip = 0; trip < 3; trip++) {
      assertThat(verdict(check(0), "max_consecutive_losses")).isEqualTo("ok");
      assertThat(buy("0.1").code()).isZero();
      close();
    }
    tripped("max_consecutive_losses");
    forgetState();
    tripped("max_consecutive_losses");
  }

  @Test
  void aRowThatBeganDaysAgoGoesOn() {
    breakers("max_move = 0");
    for (int trip = 0; trip < 3; trip++) {
      assertThat(buy("0.1").code()).isZero();
      close();
      time.advance(Duration.ofDays(trip == 1 ? 4 : 0));
    }
    tripped("max_consecutive_losses");
  }

  @Test
  void afterAPersonResumedEntriesWaitAndLossesAreMeasuredAnew() {
    breakers("max_consecutive_losses = 0\nmax_move = 0\ncooldown_minutes = 60");
    assertThat(buy("8").code()).isZero();
    price("96000");
    tripped("max_daily_loss_ratio");
    Run resumed =
        new Commands(home, time)
            .agreeing("looked")
            .run("--paper", "guard", "resume", "--reason", "looked");
    assertThat(resumed.code()).as(resumed.toString()).isZero();
    assertThat(check(6).path("denials").path(0).path("code").asString()).isEqualTo("COOLDOWN");
    Run early = buy("0.1");
    assertThat(early.code()).as(early.toString()).isEqualTo(6);
    assertThat(early.out()).contains("COOLDOWN", "no other entry would pass before that is over");
    time.advance(Duration.ofMinutes(60));
    assertThat(verdict(check(0), "max_daily_loss_ratio")).isEqualTo("ok");
    assertThat(buy("0.1").code()).isZero();
    price("92000");
    assertThat(verdict(check(11), "max_daily_loss_ratio")).isEqualTo("tripped");
  }

  @Test
  void anAbnormalMoveOfWhatIsHeldHalts() {
    breakers("max_daily_loss_ratio = 1\nmax_drawdown = 1\nmax_consecutive_losses = 0");
    assertThat(buy("0.1").code()).isZero();
    price("107000");
    assertThat(verdict(check(0), "max_move")).isEqualTo("ok");
    price("109000");
    tripped("max_move");
  }

  @Test
  void aCommandThatReadsLooksTooWithoutChangingItsAnswer() throws IOException {
    breakers("max_consecutive_losses = 0\nmax_move = 0");
    assertThat(buy("8").code()).isZero();
    Run calm = ok("account", "balance", "--json");
    assertThat(calm.err()).isEmpty();
    price("96000");
    Run read = ok("account", "balance", "--json");
    assertThat(read.json().isArray()).isTrue();
    assertThat(read.err()).contains("Trading is halted: breaker max_daily_loss_ratio");
    assertThat(buy("0.1").code()).isEqualTo(11);
    assertThat(ok("account", "balance", "--json").err()).isEmpty();
  }

  @Test
  void readsInQuickSuccessionLookOnce() {
    breakers("max_consecutive_losses = 0\nmax_move = 0");
    assertThat(buy("8").code()).isZero();
    ok("account", "positions");
    Commands quick = new Commands(home, time);
    assertThat(quick.run("paper", "price", SWAP, "96000").code()).isZero();
    time.advance(Duration.ofSeconds(9));
    assertThat(quick.run("--paper", "account", "balance").err()).isEmpty();
    time.advance(Duration.ofSeconds(1));
    assertThat(quick.run("--paper", "account", "balance").err()).contains("halted");
  }

  @Test
  void aReadOfAnAccountNobodyTradedFromHereLeavesNothingBehind() {
    breakers("");
    ok("account", "balance");
    assertThat(state().resolve("looked")).doesNotExist();
    assertThat(Files.exists(state()) && hasJournal()).isFalse();
  }

  private boolean hasJournal() {
    try (Stream<Path> all = Files.walk(state())) {
      return all.anyMatch(path -> path.endsWith("journal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void repeatingAnEntryBeyondTheLimitIsDeniedAndHalts() {
    breakers("max_move = 0");
    okx.file(
        ".okx/guard.toml",
        "[limits]\nmax_order_ratio = 1\nmax_total_ratio = 10\nmax_slippage = 0.5\n"
            + "max_order_size = 10000\nmax_position_size = 10000\nduplicate_window_s = 0\n"
            + "require_stop_loss = 'never'\nrepeat_limit = 2\nmin_cash_ratio = 0\n");
    assertThat(buy("0.1").code()).isZero();
    assertThat(buy("0.1").code()).isZero();
    Run checked =
        run("guard", "check", SWAP, "--side", "buy", "--ordType", "market", "--sz", "0.1");
    assertThat(checked.code()).as(checked.toString()).isEqualTo(6);
    assertThat(run("guard", "check").code()).isZero();
    Run third = buy("0.1");
    assertThat(third.code()).as(third.toString()).isEqualTo(6);
    assertThat(third.out()).contains("REPEAT_LIMIT");
    assertThat(run("guard", "check").code()).isEqualTo(11);
    assertThat(buy("0.1").code()).isEqualTo(11);
  }

  @Test
  void aPriceThatARehearsalStartsWithIsNoMove() {
    breakers("");
    price("50000");
    assertThat(buy("0.1").code()).isZero();
    price("60000");
    assertThat(verdict(check(11), "max_move")).isEqualTo("tripped");
  }
}
