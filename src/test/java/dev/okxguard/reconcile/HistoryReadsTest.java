package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.Bill;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.Span;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Altered;
import dev.okxguard.testing.Answers;
import dev.okxguard.testing.ManualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happened on the account, and the orders behind it that tell whose doing it was.
class HistoryReadsTest {
  private static final Instant NOW = Samples.START;
  private static final Span SPAN = new Span(NOW.minus(Duration.ofHours(1)), NOW);
  private static final Ours OURS = Ours.of(List.of(Samples.intent("place", "clOrdId", "okg1")));

  private final Answers answers =
      new Answers()
          .to("serverTime", _ -> NOW)
          .to("fills", _ -> List.of(fill(InstType.SWAP, "5", "okg1")))
          .to("bills", _ -> List.of(bill("5", "okg1", true)))
          .to("orderById", it -> Optional.of(order((String) it.get(1))))
          .to("orders", _ -> List.of(order("1"), order("2"), order("elsewhere")));

  private final HistoryReads reads =
      new HistoryReads(answers.exchange(), Deadline.in(Duration.ofMinutes(1), new ManualTime(NOW)));

  private static Order order(String id) {
    return Drafts.order(
        new Draft(Samples.SWAP, TdMode.CROSS, PosSide.NET, Side.BUY, BigDecimal.ONE), id, "", NOW);
  }

  private static Fill fill(InstType type, String ordId, String clOrdId) {
    return new Fill(
        type,
        type.contracts() ? Samples.SWAP : Samples.PAIR,
        "5",
        "f" + ordId,
        ordId,
        clOrdId,
        Side.BUY,
        PosSide.NET,
        BigDecimal.ONE,
        BigDecimal.ONE,
        BigDecimal.ZERO,
        "USDT",
        BigDecimal.ZERO,
        NOW);
  }

  private static Bill bill(String ordId, String clOrdId, boolean mode) {
    return new Bill(
        "b" + ordId,
        "2",
        "",
        "USDT",
        BigDecimal.ONE,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Samples.SWAP,
        ordId,
        clOrdId,
        "",
        Optional.of(TdMode.CROSS).filter(_ -> mode),
        NOW);
  }

  private History explained(List<Fill> fills, List<Bill> bills) {
    return reads.explained(
        new History(SPAN, fills, bills, Map.of()), Books.opening(SPAN.from()), OURS);
  }

  @Test
  void aLookReadsALittleMoreSinceWhatIsLateShowsThere() {
    try (Reads started = new Reads(reads.deadline())) {
      HistoryReads.Started look = reads.start(started, SPAN);
      assertThat(look.span()).isEqualTo(SPAN);
      assertThat(started.value(look.fills())).hasSize(1);
      assertThat(started.value(look.bills())).hasSize(1);
    }
    Span wide = new Span(SPAN.from().minus(Duration.ofMinutes(2)), NOW);
    assertThat(answers.asked("bills")).containsExactly("bills " + wide + " 20000");
    assertThat(answers.asked("fills"))
        .singleElement()
        .asString()
        .startsWith("fills " + wide)
        .contains("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION");
  }

  @Test
  void aSliceIsReadAsItIs() {
    assertThat(reads.read(SPAN, 1))
        .isEqualTo(
            new Slice.Whole(
                new History(
                    SPAN,
                    List.of(fill(InstType.SWAP, "5", "okg1")),
                    List.of(bill("5", "okg1", true)),
                    Map.of())));
    assertThat(answers.asked("bills")).containsExactly("bills " + SPAN + " 1");
    assertThat(answers.asked("fills")).singleElement().asString().startsWith("fills " + SPAN);
  }

  @Test
  void ofWhatIsTooMuchItIsToldHowLongTheNewestTook() {
    Bill older = Altered.of(bill("4", "okg1", true), "time", NOW.minusSeconds(5));
    answers.to("bills", _ -> List.of(bill("5", "okg1", true), older));
    assertThat(reads.read(SPAN, 2)).isInstanceOf(Slice.Whole.class);
    assertThat(reads.read(SPAN, 1)).isEqualTo(new Slice.TooMuch(Duration.ofSeconds(5)));
    Fill oldest = Altered.of(fill(InstType.SWAP, "3", "okg1"), "time", NOW.minusSeconds(9));
    answers.to("bills", _ -> List.of()).to("fills", _ -> List.of(older(2), oldest));
    assertThat(reads.read(SPAN, 1)).isEqualTo(new Slice.TooMuch(Duration.ofSeconds(7)));
  }

  private static Fill older(long seconds) {
    return Altered.of(fill(InstType.SWAP, "5", "okg1"), "time", NOW.minusSeconds(seconds));
  }

  @Test
  void whatCannotBeReadIsNamedAllOfIt() {
    answers.to("fills", _ -> fails()).to("bills", _ -> fails()).to("orderById", _ -> fails());
    assertThat(catchThrowableOfType(Unread.class, () -> reads.read(SPAN, 9)).problems())
        .containsExactlyInAnyOrder("fills: no answer", "bills: no answer");
    List<Fill> strange = List.of(fill(InstType.SPOT, "1", ""), fill(InstType.SPOT, "2", ""));
    assertThat(catchThrowableOfType(Unread.class, () -> explained(strange, List.of())).problems())
        .containsExactlyInAnyOrder("order 1: no answer", "order 2: no answer");
  }

  private static Object fails() {
    throw new Fault(ExitCode.UNREACHABLE, "no answer", "");
  }

  @ParameterizedTest
  @CsvSource({
    "SPOT, okg1, none, false",
    "SPOT, '', none, true",
    "SPOT, theirs, mode, true",
    "SWAP, okg1, none, true",
    "SWAP, okg1, mode, false",
    "SWAP, okg1, plain, true",
    "SWAP, theirs, mode, true"
  })
  void ofAFillTheOrderIsAskedForUnlessItIsOursInAModeThatIsKnown(
      InstType type, String clOrdId, String bill, boolean asked) {
    List<Bill> bills =
        bill.equals("none") ? List.of() : List.of(bill("7", "okg1", bill.equals("mode")));
    History history = explained(List.of(fill(type, "7", clOrdId)), bills);
    assertThat(history.orders().keySet()).isEqualTo(asked ? Set.of("7") : Set.of());
    assertThat(history.fills()).hasSize(1);
    assertThat(history.bills()).hasSameSizeAs(bills);
  }

  @ParameterizedTest
  @CsvSource({"7, okg1, false", "7, theirs, true", "7, '', true", "'', '', false"})
  void ofABillItIsAskedForUnlessOursOrOfNoOrder(String ordId, String clOrdId, boolean asked) {
    explained(List.of(), List.of(bill(ordId, clOrdId, true)));
    assertThat(answers.asked("orderById"))
        .isEqualTo(asked ? List.of("orderById BTC-USDT-SWAP 7") : List.of());
  }

  @Test
  void manyAreReadInListsAndFewOfTheRestOneByOne() {
    List<Fill> fills =
        IntStream.rangeClosed(1, 60)
            .mapToObj(n -> fill(n <= 30 ? InstType.SPOT : InstType.SWAP, String.valueOf(n), ""))
            .toList();
    History history = explained(fills, List.of());
    Span created = new Span(SPAN.from().minus(Duration.ofMinutes(62)), NOW);
    assertThat(answers.asked("orders"))
        .hasSize(3)
        .allMatch(it -> it.contains(" " + created + " "))
        .extracting(it -> it.split(" ")[1])
        .containsExactly("MARGIN", "SPOT", "SWAP");
    assertThat(answers.asked("orderById"))
        .as("but the two that the lists had")
        .hasSize(40)
        .doesNotContain("orderById BTC-USDT 1", "orderById BTC-USDT 2");
    assertThat(history.orders()).hasSize(42).doesNotContainKey("elsewhere");
  }

  @Test
  void fewAreReadInNoList() {
    explained(
        IntStream.rangeClosed(1, 40)
            .mapToObj(n -> fill(InstType.SWAP, String.valueOf(n), ""))
            .toList(),
        List.of());
    assertThat(answers.asked("orders")).isEmpty();
    assertThat(answers.asked("orderById")).hasSize(40);
  }

  @Test
  void onlyCoinsMayBeOnCredit() {
    explained(
        IntStream.rangeClosed(1, 41)
            .mapToObj(n -> fill(InstType.SWAP, String.valueOf(n), ""))
            .toList(),
        List.of());
    assertThat(answers.asked("orders")).hasSize(1);
  }

  @Test
  void ordersOfAnInstrumentThatIsDeliveredAreInTheListsAlone() {
    answers.to("orderById", _ -> refused("51001"));
    Fill delivered = Altered.of(fill(InstType.FUTURES, "2", ""), "instId", "BTC-USDT-261113");
    Fill delisted = fill(InstType.SWAP, "1", "");
    History history = explained(List.of(delivered, delisted), List.of());
    assertThat(history.orders()).containsOnlyKeys("2");
    assertThat(answers.asked("orders")).hasSize(1).first().asString().startsWith("orders FUTURES");
  }

  @Test
  void aBillOfAnOrderOnNoInstrumentNeedsNoAsking() {
    explained(List.of(), List.of(Altered.of(bill("7", "", true), "instId", "")));
    assertThat(answers.asked("orderById")).isEmpty();
  }

  private static Object refused(String code) {
    throw new Fault(
        ExitCode.REJECTED,
        "no such instrument",
        "",
        Optional.of(new ExchangeError(code, "", ExchangeError.Kind.REJECTED, "", "", 200, "")));
  }
}
