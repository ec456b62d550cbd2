package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Environment;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.ShiftedTime;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A local clock that was set wrong, where the owner puts up with that: it shortens no window, no
/// pause and no deadline, since all of them go by the exchange's clock.
class WrongClockTest {
  private static final String TOLERANT = "clock_skew_ms = 200000000\n";

  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "PT26H", "PT-24H"})
  private @interface ForEachWrongClock {}

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
  }

  private void policy(String top, String require) throws IOException {
    Files.writeString(
        home.resolve("guard.toml"),
        top + "\n[breakers]\nmax_move = 0\n[require]\n" + TOLERANT + require);
  }

  /// A run of the program on a machine whose clock is ahead by that much.
  private PaperDesk.Process process(Duration ahead) {
    return desk.process(desk.transport(List.of()), new ShiftedTime(time, ahead), PaperDesk.TIMEOUT);
  }

  private String buy(Duration ahead, String usd) {
    try (PaperDesk.Process process = process(ahead)) {
      return Truth.place(Orders.buy(usd), process).told();
    }
  }

  /// What an entry is told on the right clock and on the wrong one.
  private void denied(Duration ahead, String rule) {
    assertThat(buy(Duration.ZERO, "21")).startsWith("Denied").contains(rule);
    assertThat(buy(ahead, "22")).startsWith("Denied").contains(rule);
  }

  @ForEachWrongClock
  void isDeniedWhereNobodyPutsUpWithIt(Duration ahead) {
    assertThat(buy(ahead, "20")).isEqualTo("Denied [clock_skew_ms]");
  }

  @ForEachWrongClock
  void anEntryOfTheDayCounts(Duration ahead) throws IOException {
    policy("max_daily_trades = 1", "");
    assertThat(buy(ahead, "20")).isEqualTo("Accepted");
    time.advance(Duration.ofMinutes(30));
    denied(ahead, "max_daily_trades");
  }

  @ForEachWrongClock
  void anEntryOfTheMinuteCounts(Duration ahead) throws IOException {
    policy("max_orders_per_minute = 1", "");
    assertThat(buy(ahead, "20")).isEqualTo("Accepted");
    time.advance(Duration.ofSeconds(30));
    denied(ahead, "max_orders_per_minute");
  }

  @ForEachWrongClock
  void theSameOrderAgainIsSeen(Duration ahead) throws IOException {
    policy("", "");
    assertThat(buy(ahead, "20")).isEqualTo("Accepted");
    time.advance(Duration.ofSeconds(5));
    assertThat(buy(Duration.ZERO, "20")).isEqualTo("Denied [duplicate_window_s]");
    assertThat(buy(ahead, "20")).isEqualTo("Denied [duplicate_window_s]");
  }

  @ForEachWrongClock
  void whoRepeatsAnEntryIsStopped(Duration ahead) throws IOException {
    policy("repeat_limit = 1", "");
    assertThat(buy(ahead, "20")).isEqualTo("Accepted");
    time.advance(Duration.ofMinutes(50));
    assertThat(buy(Duration.ZERO, "21")).isEqualTo("Denied [repeat_limit]");
    assertThat(buy(ahead, "22")).isEqualTo("Halted");
  }

  @ForEachWrongClock
  void aBreakersCooldownLastsItsTime(Duration ahead) throws IOException {
    policy("", "");
    price("50000");
    new Positions(desk, time)
        .open(new Positions.Kind(Orders.SWAP, TdMode.CROSS, PosSide.NET), "10");
    assertThat(standing(Duration.ZERO)).isInstanceOf(Outcome.Allowed.class);
    price("45000");
    assertThat(standing(ahead)).isInstanceOf(Outcome.Halted.class);
    TradingStop stop = new TradingStop(desk.state(), Environment.PAPER, desk.uid(), time);
    stop.resume(stop.look(), new Event.Resumed("fine", "ann"));
    time.advance(Duration.ofMinutes(59));
    denied(ahead, "cooldown_minutes");
    time.advance(Duration.ofMinutes(2));
    assertThat(buy(Duration.ZERO, "21")).doesNotContain("cooldown_minutes");
  }

  private void price(String last) {
    try (PaperAdmin admin = desk.admin()) {
      admin.setPrice(Orders.SWAP, new BigDecimal(last), Optional.empty(), Optional.empty());
    }
  }

  private Outcome standing(Duration ahead) {
    try (PaperDesk.Process process = process(ahead)) {
      return process.gateway().standing().outcome();
    }
  }

  @ForEachWrongClock
  void aHeartbeatLapsesWhenItsTimeIsUp(Duration ahead) throws IOException {
    policy("", "");
    try (PaperDesk.Process process = process(ahead)) {
      assertThat(process.gateway().beat(Duration.ofSeconds(60), "")).isInstanceOf(Beat.Armed.class);
    }
    time.advance(Duration.ofSeconds(50));
    assertThat(buy(ahead, "20")).isEqualTo("Accepted");
    time.advance(Duration.ofSeconds(20));
    denied(ahead, "heartbeat");
  }

  @ForEachWrongClock
  void aReconciliationGrowsOld(Duration ahead) throws IOException {
    policy("", "reconcile_within_minutes = 10\n");
    try (PaperDesk.Process process = process(ahead);
        Account account = Account.enter(process.desk(), process.exchange().config())) {
      account.record(new Event.Reconciled(process.exchange().serverTime(), "clean", ""));
    }
    time.advance(Duration.ofMinutes(9));
    assertThat(buy(ahead, "20")).isEqualTo("Accepted");
    time.advance(Duration.ofMinutes(2));
    denied(ahead, "reconcile_within_minutes");
  }
}
