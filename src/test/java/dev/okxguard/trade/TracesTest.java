package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Algos;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An intent id protects also when the journal that should remember it is gone.
class TracesTest {
  private static final Positions.Kind NET = Positions.Kind.of(Positions.LINEAR + " cross net");
  private static final CloseRequest PART =
      new CloseRequest(
          Positions.LINEAR,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new CloseSize.Contracts(BigDecimal.ONE),
          false,
          Optional.of("k"));

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
  }

  @Test
  void anEmptiedStateDirectoryDoesNotDoubleAFilledOrder() throws IOException {
    place(Orders.buy("20", "k"));
    forget();
    assertThat(denials(place(Orders.buy("20", "k")))).containsExactly("INTENT_ID_USED");
    assertThat(desk.accepted()).hasSize(1);
  }

  @Test
  void norOneThatRests() throws IOException {
    PlaceRequest resting = Orders.limit(Side.BUY, "0.0002", below(), "k");
    assertThat(place(resting)).isInstanceOf(Outcome.Accepted.class);
    forget();
    assertThat(denials(place(resting))).contains("INTENT_ID_USED");
    assertThat(desk.accepted()).hasSize(1);
  }

  @Test
  void norOneOnCredit() throws IOException {
    Files.writeString(
        home.resolve("guard.toml"),
        """
        [limits]
        require_stop_loss = "never"
        inst_types = ["SPOT", "MARGIN"]
        """);
    OrderDraft onCredit =
        new OrderDraft(
            InstType.SPOT,
            Orders.PAIR,
            TdMode.ISOLATED,
            Side.BUY,
            PosSide.NET,
            OrdType.MARKET,
            new BigDecimal("20"),
            Optional.empty(),
            false,
            "",
            Optional.empty());
    PlaceRequest credit = new PlaceRequest(onCredit, Optional.of("k"));
    assertThat(place(credit)).isInstanceOf(Outcome.Accepted.class);
    forget();
    time.advance(Duration.ofSeconds(30));
    assertThat(denials(place(credit))).containsExactly("INTENT_ID_USED");
  }

  @Test
  void norACloseOfAPart() throws IOException {
    Positions positions = held();
    positions.close(PART, List.of()).accepted();
    forget();
    assertThat(positions.close(PART, List.of()).sent()).isZero();
    assertThat(positions.held(NET)).isEqualByComparingTo("1");
  }

  /// A close goes even when another process keeps lock and journal; its key is good meanwhile, and
  /// its first outcome is told afterwards.
  @Test
  void aCloseThatHadNoJournalIsNotDoubled() {
    Positions positions = held();
    Path lock = desk.state().lock(Environment.PAPER, desk.uid());
    try (AccountLock _ = AccountLock.acquire(lock, Duration.ZERO, time)) {
      positions.close(PART, List.of()).accepted();
      assertThat(positions.close(PART, List.of()).sent()).isZero();
    }
    Positions.Attempt again = positions.close(PART, List.of());
    assertThat(again.sent()).isZero();
    assertThat(again.outcome().orElseThrow())
        .isInstanceOfSatisfying(
            Outcome.Accepted.class, first -> assertThat(first.replayed()).isTrue());
    assertThat(positions.held(NET)).isEqualByComparingTo("1");
  }

  @Test
  void aCloseGoesWhenOkxDoesNotSayWhatWasBefore() {
    Positions positions = held();
    positions.close(PART, List.of("50001@GET:/trade/orders-historyx*")).accepted();
    assertThat(positions.held(NET)).isEqualByComparingTo("1");
  }

  private Positions held() {
    Positions positions = new Positions(desk, time);
    positions.open(NET, "2");
    return positions;
  }

  @Test
  void anotherIntentIdIsFree() throws IOException {
    place(Orders.buy("20", "k"));
    forget();
    time.advance(Duration.ofSeconds(30));
    assertThat(place(Orders.buy("20", "k2"))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void anEntryNeedsToKnow() {
    String[] week =
        IntStream.rangeClosed(4, 7)
            .mapToObj(n -> "50001@GET:/trade/orders-history#" + n)
            .toArray(String[]::new);
    assertThat(denials(place(Orders.buy("20", "k"), week))).containsExactly("MISSING_DATA");
    assertThat(desk.accepted()).isEmpty();
  }

  @Test
  void soDoesAnAlgoOrderThatMayEnterAndOneThatOnlyExitsGoes() {
    Scene scene = new Scene(home.resolve("algos"));
    scene.hold("0.05");
    String blind = "50001@GET:/trade/orders-algo-historyx*";
    AlgoPlaceRequest dip = scene.dip("k");
    assertThat(denials(scene.run(gateway -> gateway.placeAlgo(dip), blind)))
        .containsExactly("MISSING_DATA");
    String px = scene.price(Orders.SWAP, "0.97").toPlainString();
    Scene.accepted(scene.run(gateway -> gateway.placeAlgo(Algos.stop("0.05", px, "l")), blind));
  }

  @Test
  void idsStayWithinOkxsForm() {
    Ids ids = new Ids(Environment.LIVE, time, new Random(1));
    ClOrdId plain = ids.next();
    ClOrdId marked = ids.next("777", Optional.of("the key, \u00e9 and all"));
    assertThat(marked.text()).hasSameSizeAs(plain.text());
    assertThat(Ids.marked(marked.text(), "777", "the key, \u00e9 and all")).isTrue();
    assertThat(Ids.marked(marked.text(), "778", "the key, \u00e9 and all")).isFalse();
    assertThat(Ids.marked(plain.text(), "777", "k")).isFalse();
  }

  private String below() {
    try (PaperDesk.Process process = desk.process()) {
      return process
          .exchange()
          .quote(Orders.PAIR)
          .orElseThrow()
          .last()
          .multiply(new BigDecimal("0.99"))
          .setScale(0, RoundingMode.DOWN)
          .toPlainString();
    }
  }

  private Outcome place(PlaceRequest request, String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return process.gateway().place(request);
    } catch (Fault fault) {
      throw new AssertionError(fault);
    }
  }

  private static List<String> denials(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Denied.class);
    return ((Outcome.Denied) outcome).denials().stream().map(d -> d.code()).toList();
  }

  /// Empties the account's journal.
  private void forget() throws IOException {
    try (Stream<Path> files = Files.walk(desk.journal())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
