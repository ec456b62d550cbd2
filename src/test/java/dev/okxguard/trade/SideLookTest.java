package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Record;
import dev.okxguard.model.Environment;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.testing.OneByOne;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.WatchedTransport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The breakers look beside commands that only read, and never get in their way.
class SideLookTest {
  private static final Duration GRACE = Duration.ofSeconds(20);

  @TempDir Path home;
  private final List<String> warned = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private Scene scene;
  private String uid;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(home.resolve("guard.toml"), "[breakers]\nmax_move = 0\n");
    scene = new Scene(home);
    uid = scene.desk.uid();
    price("50000");
    scene.hold("10");
  }

  private void price(String last) {
    try (PaperAdmin admin = scene.desk.admin()) {
      admin.setPrice(Orders.SWAP, new BigDecimal(last), Optional.empty(), Optional.empty());
    }
  }

  private Desk desk(PaperDesk.Process process) {
    Desk desk = process.desk();
    return new Desk(
        desk.exchange(),
        desk.environment(),
        desk.state(),
        desk.limits(),
        desk.time(),
        desk.random(),
        desk.progress(),
        desk.account(),
        () -> Optional.of(uid),
        desk.alerts());
  }

  /// Trades on the account once, so that there is a record of it.
  private void traded() {
    assertThat(scene.run(Gateway::standing).outcome()).isInstanceOf(Outcome.Allowed.class);
    scene.time.advance(Duration.ofMinutes(1));
  }

  /// @return whether there was anything to look at
  private boolean look(String... faults) {
    return scene.process(this::look, faults);
  }

  private boolean look(PaperDesk.Process process) {
    Optional<SideLook> look = SideLook.start(desk(process), Known.nothing());
    look.ifPresent(started -> started.end(GRACE, warned::add));
    return look.isPresent();
  }

  private Optional<String> halt() {
    return new Halt(scene.desk.state()).reason(Environment.PAPER, uid);
  }

  private Event.Marks marks() {
    return scene.desk.ledger().latest().marks().orElseThrow();
  }

  @Test
  void whatIsOrderedIsReadOnlyWhereNobodyHasJustReadIt() throws IOException {
    Files.writeString(home.resolve("guard.toml"), "[breakers]\nmax_move = 0.5\n");
    traded();
    assertThat(ordersReadFor(Optional.of(Set.of(Orders.PAIR)))).isZero();
    scene.time.advance(Duration.ofMinutes(1));
    assertThat(ordersReadFor(Optional.empty())).isEqualTo(1);
  }

  private int ordersReadFor(Optional<Set<String>> instruments) {
    WatchedTransport watched =
        new WatchedTransport(
            scene.desk.transport(List.of()), request -> asked.add(request.target()));
    try (PaperDesk.Process process = scene.desk.process(watched, scene.time, PaperDesk.TIMEOUT)) {
      SideLook.start(desk(process), new Known(instruments, Past.unread()))
          .orElseThrow()
          .end(GRACE, warned::add);
    }
    assertThat(asked).anyMatch(target -> target.contains("candles?instId=" + Orders.SWAP));
    instruments.ifPresent(
        _ -> assertThat(asked).anyMatch(target -> target.contains("candles?instId=BTC-USDT&")));
    return watched.count("GET", "/api/v5/trade/orders-pending");
  }

  @Test
  void aLossThatNobodyAskedAboutHaltsTradingAndIsSaid() {
    traded();
    price("45000");
    assertThat(look()).isTrue();
    assertThat(halt()).isPresent();
    assertThat(warned)
        .singleElement()
        .asString()
        .startsWith("Trading is halted: breaker max_daily_loss_ratio: ");
    assertThat(scene.desk.records())
        .filteredOn(record -> record.type().equals("tripped"))
        .extracting(Record::data)
        .anySatisfy(
            data -> assertThat(data.path("breaker").asString()).isEqualTo("max_daily_loss_ratio"));
    assertThat(scene.last("tripped").data().path("reason").asString())
        .isNotEmpty()
        .satisfies(reason -> assertThat(warned.getFirst()).contains(reason));
    assertThat(look()).as("when halted already").isFalse();
  }

  @Test
  void aBreakerThatTrippedIsOnRecordOnceAlsoWhenItsFileIsTakenAway() throws IOException {
    traded();
    price("45000");
    scene.run(Gateway::standing);
    long before = stops();
    Files.delete(scene.desk.state().account(Environment.PAPER, uid).resolve("HALT"));
    try (PaperDesk.Process process = scene.desk.process()) {
      assertThat(process.gateway().standing().outcome()).isInstanceOf(Outcome.Halted.class);
      assertThat(process.alarms()).isEmpty();
    }
    assertThat(stops()).isEqualTo(before).isPositive();
  }

  private long stops() {
    return scene.desk.records().stream()
        .filter(record -> List.of("tripped", "halted").contains(record.type()))
        .count();
  }

  @Test
  void aProfitRaisesWhatLossesAreMeasuredAgainst() {
    traded();
    BigDecimal before = marks().highWater();
    price("51000");
    assertThat(look()).isTrue();
    assertThat(marks().highWater()).isGreaterThan(before);
    assertThat(warned).isEmpty();
    assertThat(halt()).isEmpty();
  }

  @Test
  void itLooksAgainAfterTenSecondsAndNotBefore() {
    traded();
    assertThat(look()).isTrue();
    scene.time.advance(Duration.ofSeconds(9));
    assertThat(look()).isFalse();
    scene.time.advance(Duration.ofSeconds(1));
    assertThat(look()).isTrue();
  }

  @Test
  void thereIsNothingToLookAtWithoutARecordOrAName() {
    assertThat(look()).as("no journal").isFalse();
    traded();
    try (PaperDesk.Process process = scene.desk.process()) {
      assertThat(SideLook.start(process.desk(), Known.nothing())).as("no account").isEmpty();
    }
  }

  @Test
  void whatItCannotReadIsSaidAndStopsNothing() throws IOException {
    traded();
    try (var files = Files.list(scene.desk.journal())) {
      Files.writeString(files.findFirst().orElseThrow(), "broken\nbroken\n");
    }
    try (PaperDesk.Process process = scene.desk.process()) {
      assertThat(look(process)).isTrue();
      assertThat(process.told()).anyMatch(it -> it.startsWith("the breakers could not look: "));
    }
    assertThat(warned).isEmpty();
  }

  @Test
  void whereTheBalanceCannotBeReadNothingGoesOnRecord() {
    traded();
    int before = scene.desk.records().size();
    assertThat(look("50026@GET:/account/balancex*")).isTrue();
    assertThat(scene.desk.records()).hasSize(before);
    assertThat(halt()).isEmpty();
  }

  /// Whoever had the account meanwhile looked later.
  @Test
  void whatAnotherPutOnRecordMeanwhileIsNotWrittenOver() {
    traded();
    price("51000");
    AtomicBoolean once = new AtomicBoolean();
    Consumer<WireRequest> meanwhile =
        request -> {
          if (request.path().endsWith("/account/positions") && once.compareAndSet(false, true)) {
            price("52000");
            scene.run(Gateway::standing);
            price("51000");
          }
        };
    try (PaperDesk.Process process =
        scene.desk.process(
            new OneByOne(scene.desk.transport(List.of()), meanwhile),
            scene.time,
            PaperDesk.TIMEOUT)) {
      assertThat(look(process)).isTrue();
    }
    long marked =
        scene.desk.records().stream().filter(record -> record.type().equals("marks")).count();
    assertThat(marked).as("the first look's and the other's").isEqualTo(2);
  }
}
