package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Side;
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
