package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.Environment;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What breakers of other trading systems are known to miss, to forget or to do the wrong way
/// round, and these do not.
class BreakerHolesTest {
  private static final Positions.Kind NET =
      new Positions.Kind(Orders.SWAP, TdMode.CROSS, PosSide.NET);

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;
  private Truth truth;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(home.resolve("guard.toml"), "[breakers]\nmax_move = 0\n");
    desk = new PaperDesk(home, time, 7);
    truth = new Truth(desk);
    price("50000");
    new Positions(desk, time).open(NET, "10");
    assertThat(standing()).isInstanceOf(Outcome.Allowed.class);
  }

  @Test
  void aLossThatIsNotRealisedCounts() {
    price("45000");
    assertThat(truth.place(Orders.buy("20", "k"), List.of()).told()).isEqualTo("Halted");
    assertThat(halt()).hasValueSatisfying(why -> assertThat(why).contains("max_daily_loss_ratio"));
    assertThat(desk.accepted()).hasSize(1);
  }

  @Test
  void theWatchHaltsByItselfWithoutAnOrder() {
    price("45000");
    assertThat(standing()).isInstanceOf(Outcome.Halted.class);
    assertThat(halt()).isPresent();
  }

  @Test
  void aProfitHaltsNothing() {
    price("55000");
    assertThat(standing()).isInstanceOf(Outcome.Allowed.class);
    assertThat(halt()).isEmpty();
  }

  @Test
  void equityThatCannotBeReadIsNotTakenForNoLoss() {
    price("45000");
    Truth.Attempt attempt =
        truth.place(Orders.buy("20", "k"), List.of("50026@GET:/account/balancex*"));
    assertThat(attempt.sent()).isZero();
    assertThat(attempt.told()).doesNotContain("Accepted");
    assertThat(desk.accepted()).hasSize(1);
  }

  @Test
  void takingTheHaltAwayByHandDoesNotMeasureAnewFromWhatIsLeft() throws IOException {
    price("45000");
    assertThat(standing()).isInstanceOf(Outcome.Halted.class);
    try (Stream<Path> files = Files.walk(home)) {
      for (Path halt : files.filter(f -> f.endsWith("HALT")).toList()) {
        Files.delete(halt);
      }
    }
    assertThat(standing()).isNotInstanceOf(Outcome.Allowed.class);
    assertThat(truth.place(Orders.buy("20", "k"), List.of()).sent()).isZero();
  }

  @Test
  void theHighestEquityIsRememberedFromOneRunToTheNext() {
    BigDecimal before = marks().highWater();
    price("49900");
    assertThat(standing()).isInstanceOf(Outcome.Allowed.class);
    assertThat(marks().highWater()).isEqualByComparingTo(before);
    price("51000");
    assertThat(standing()).isInstanceOf(Outcome.Allowed.class);
    BigDecimal higher = marks().highWater();
    assertThat(higher).isGreaterThan(before);
    time.advance(Duration.ofDays(3));
    price("50000");
    assertThat(standing()).isInstanceOf(Outcome.Allowed.class);
    assertThat(marks().highWater()).isEqualByComparingTo(higher);
  }

  @Test
  void moneyPaidInHidesNoLoss() {
    price("45000");
    try (PaperAdmin admin = desk.admin()) {
      admin.fund("USDT", new BigDecimal("100000"));
    }
    assertThat(standing()).isInstanceOf(Outcome.Halted.class);
  }

  private void price(String last) {
    try (PaperAdmin admin = desk.admin()) {
      admin.setPrice(Orders.SWAP, new BigDecimal(last), Optional.empty(), Optional.empty());
    }
  }

  private Outcome standing() {
    try (PaperDesk.Process process = desk.process()) {
      return process.gateway().standing().outcome();
    }
  }

  private Optional<String> halt() {
    return new Halt(desk.state()).reason(Environment.PAPER, desk.uid());
  }

  private Event.Marks marks() {
    return desk.ledger().latest().marks().orElseThrow();
  }
}
