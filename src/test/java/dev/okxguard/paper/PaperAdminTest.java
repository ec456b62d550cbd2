package dev.okxguard.paper;

import static dev.okxguard.paper.Desk.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.testing.ManualTime;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperAdminTest {
  private static final String SWAP = "BTC-USDT-SWAP";
  private static final BigDecimal PRICE = new BigDecimal("50000.5");

  @TempDir Path directory;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperHome home;
  private PaperAdmin admin;
  private Desk desk;

  @BeforeEach
  void open() {
    home = Desk.home(directory);
    admin = new PaperAdmin(home, time, TinyTrading.OPENING);
    desk = new Desk(home, time);
  }

  @AfterEach
  void close() {
    admin.close();
    desk.transport.close();
  }

  @Test
  void whatIsTakenIsGone() {
    admin.fund("USDT", new BigDecimal("250"));
    admin.take("USDT", new BigDecimal("50"));
    assertThat(admin.status().balances()).containsEntry("USDT", new BigDecimal("200"));
  }

  @Test
  void statusTellsHowThingsStand() {
    desk.place("a1");
    desk.place("a2");
    admin.fund("USDT", new BigDecimal("250"));
    admin.setPrice(SWAP, PRICE, Optional.empty(), Optional.empty());
    PaperStatus status = admin.status();
    assertThat(status.directory()).isEqualTo(home.directory());
    assertThat(status.created()).isEqualTo("2026-11-21T10:00:00Z");
    assertThat(status.apiKey()).isEqualTo(desk.credentials.apiKey().reveal());
    assertThat(status.uid()).isEqualTo("1001");
    assertThat(status.openOrders()).isEqualTo(2);
    assertThat(status.positions()).isZero();
    assertThat(status.balances()).containsEntry("USDT", new BigDecimal("250"));
    assertThat(status.prices()).containsOnlyKeys(SWAP);
    assertThat(status.choices()).isNotEmpty();
  }

  @Test
  void aSetPriceIsSeenByARunningTransportUntilCleared() {
    String before = last();
    admin.setPrice(SWAP, PRICE, Optional.empty(), Optional.empty());
    assertThat(last()).isEqualTo("50000.5");
    admin.clearPrice(SWAP);
    assertThat(last()).isEqualTo(before);
  }

  @Test
  void aReplayRunsThroughItsPricesAndKeepsTheLast() {
    List<BigDecimal> prices = List.of(PRICE, new BigDecimal("50100"), new BigDecimal("50200"));
    Instant end = admin.replay(SWAP, new Replay(prices, Duration.ofMinutes(1)));
    assertThat(end).isEqualTo("2026-11-21T10:02:00Z");
    assertThat(last()).isEqualTo("50000.5");
    time.advance(Duration.ofMinutes(1));
    assertThat(last()).isEqualTo("50100");
    time.advance(Duration.ofHours(1));
    assertThat(last()).isEqualTo("50200");
  }

  @Test
  void wrongArgumentsAreUsageFaultsAndChangeNothing() {
    usage(() -> admin.fund("DOGE", BigDecimal.ONE));
    usage(() -> admin.take("USDT", BigDecimal.ONE.negate()));
    usage(() -> admin.fund("USDT", BigDecimal.ZERO));
    usage(() -> admin.setPrice("X-Y", PRICE, Optional.empty(), Optional.empty()));
    usage(() -> admin.setPrice(SWAP, new BigDecimal("1.05"), Optional.empty(), Optional.empty()));
    usage(() -> admin.clearPrice("X-Y"));
    Replay impossible = new Replay(List.of(PRICE, BigDecimal.ZERO), Duration.ofMinutes(1));
    usage(() -> admin.replay(SWAP, impossible));
    usage(() -> admin.replay("X-Y", impossible));
    assertThat(admin.status().prices()).isEmpty();
    assertThat(admin.status().balances()).isEmpty();
  }

  @Test
  void aResetBringsNewKeysAndAnEmptyBook() {
    desk.place("a1");
    admin.reset(Optional.of(9L));
    PaperStatus status = admin.status();
    assertThat(status.seed()).isEqualTo(9);
    assertThat(status.openOrders()).isZero();
    assertThat(status.apiKey()).isNotEqualTo(desk.credentials.apiKey().reveal());
  }

  private String last() {
    return json(desk.get("/api/v5/market/ticker?instId=" + SWAP)).at("/data/0/last").asString();
  }

  private static void usage(ThrowingCallable call) {
    assertThat(catchThrowableOfType(Fault.class, call).exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
