package dev.okxguard.reconcile;

import static dev.okxguard.reconcile.Samples.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Balance;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  private static final Leg LEG = Samples.net(Samples.SWAP);
  private static final Instant NOON = Samples.START.plusSeconds(12 * 3600);

  @ParameterizedTest(name = "expected {0}, actual {1}, strange {2}: {3} {4}")
  @CsvSource({
    "2, 3, '', POSITION, HALT",
    "2, 1, '', POSITION, HALT",
    "2, 3, 1, POSITION, WARN",
    "2, 3, 0.9, POSITION, HALT",
    "2, 3, 1.1, POSITION, HALT",
    "2, -2, '', FLIPPED, HALT",
    "2, -2, -4, FLIPPED, HALT",
    "-2, 2, 4, FLIPPED, HALT",
    "-2, -3, -1, POSITION, WARN",
    "2, 0, '', GHOST, HALT",
    "2, 0, -2, GHOST, WARN",
    "2, 0, -1.9999, GHOST, HALT",
    "0, 2, '', UNEXPECTED, HALT",
    "0, -2, -2, UNEXPECTED, HALT",
  })
  void aLegDiffersByKindAndSeverity(
      String should, String is, String strange, Kind kind, Severity severity) {
    List<Difference> found = legs(should, is, strange, Whose.HAND);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().kind()).isEqualTo(kind);
    assertThat(found.getFirst().severity()).isEqualTo(severity);
    assertThat(found.getFirst().expected()).isEqualTo(should);
    assertThat(found.getFirst().actual()).isEqualTo(is);
    assertThat(found.getFirst().subject()).isEqualTo(Subject.leg(LEG));
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "2, 2.00", "-0.1, -0.1", "0, 0"})
  void theSameIsNoDifference(String should, String is) {
    assertThat(legs(should, is, "", Whose.HAND)).isEmpty();
  }

  @ParameterizedTest(name = "holds {0} as it should, though others moved it by {1}")
  @CsvSource({"2, 1", "2, -2", "0, 1"})
  void aForeignTradeThatDoesNotShowIsADifference(String held, String strange) {
    assertThat(legs(held, held, strange, Whose.HAND))
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.POSITION))
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.HALT))
        .satisfies(it -> assertThat(it.explanation()).contains("explained by nothing on record"));
  }

  @Test
  void whatWasStrangeAndIsUndoneIsNoDifference() {
    assertThat(legs("2", "2", "0", Whose.HAND)).isEmpty();
  }

  @Test
  void anotherCopyOfThisProgramIsDangerousEvenWhenItExplainsAll() {
    assertThat(legs("2", "3", "1", Whose.COPY))
        .singleElement()
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.HALT))
        .satisfies(
            it ->
                assertThat(it.explanation())
                    .isEqualTo(
                        "1 bought by another copy of okx-guard, or by this one with a lost"
                            + " journal: order 9, 00:00:03Z"));
  }

  @Test
  void theExplanationTellsTheNewestAndSumsUpTheRest() {
    Strange strange = Strange.NOTHING;
    for (int i = 1; i <= 5; i++) {
      strange =
          strange.plus(
              new Strange.Item(
                  Samples.START.plusSeconds(i), Whose.HAND, "order " + i, BigDecimal.valueOf(-i)));
    }
    Explained why = new Explained(num("-14"), strange, BigDecimal.ZERO);
    assertThat(why.words(BigDecimal::toPlainString, NOON))
        .isEqualTo(
            "-5 by hand in the app or by another program: order 5, 00:00:05Z;"
                + " -4 by hand in the app or by another program: order 4, 00:00:04Z;"
                + " -3 by hand in the app or by another program: order 3, 00:00:03Z;"
                + " and 2 more, together -3; 1 is explained by nothing on record");
    assertThat(why.rest()).isEqualByComparingTo("1");
  }

  @Test
  void threeAreToldWithoutARest() {
    Strange strange = strange(num("1"), Whose.ADL);
    assertThat(new Explained(num("1"), strange, BigDecimal.ZERO).words(_ -> "x", NOON))
        .isEqualTo("x by auto-deleveraging: order 9, 00:00:03Z");
  }

  @ParameterizedTest(name = "{0} {1} → {2}, strange {3}: {4}")
  @CsvSource({
    "USDT, 100, 100.01, '', ''",
    "USDT, 100, 100.0101, '', HALT",
    "USDT, 100, 99.99, '', ''",
    "USDT, 100, 99.9899, '', HALT",
    "USDT, 100, 101, 1, WARN",
    "USDT, 100, 101, 1.01, WARN",
    "USDT, 100, 101, 0.98, HALT",
    "BTC, 1, 1.0000002, '', ''",
    "BTC, 1, 1.0000003, '', HALT",
    "XYZ, 1, 1.00000001, '', ''",
    "XYZ, 1, 1.00000002, '', HALT",
    "USDT, 0, 5, '', HALT",
    "USDT, 5, 0, -5, WARN",
    "USDT, 100, 100, 1, HALT",
    "USDT, 100, 100, 0.01, ''",
  })
  void cashDiffersBeyondTheDust(
      String ccy, String should, String is, String strange, String severity) {
    Subject subject = Subject.cash(ccy);
    Books books =
        books(
            new Holdings(Map.of(ccy, num(should)), Map.of()),
            strange.isEmpty() ? Map.of() : Map.of(subject, strange(num(strange), Whose.CONVERT)));
    String usd = ccy.equals("BTC") ? num(is).multiply(num("50000")).toPlainString() : "";
    List<Balance.Currency> cash = List.of(Samples.cash(ccy, is, usd));
    List<Difference> found =
        Comparison.between(books, actual(cash, "0"), Samples.demands(Ours.NOTHING));
    if (severity.isEmpty()) {
      assertThat(found).isEmpty();
      return;
    }
    assertThat(found)
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.BALANCE))
        .satisfies(it -> assertThat(it.subject()).isEqualTo(subject))
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.valueOf(severity)));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, false"})
  void spotOnCreditThatWasNotTradedIsComparedExactly(String is, boolean same) {
    assertThat(margin(is, Set.of("ETH-USDT")).isEmpty()).isEqualTo(same);
    assertThat(margin(is, Set.of())).allMatch(it -> it.severity() == Severity.HALT);
  }

  private static List<Difference> margin(String is, Set<String> uncounted) {
    Leg margin = new Leg(Samples.PAIR, TdMode.CROSS, PosSide.NET, "USDT");
    Books known =
        new Books(
            Samples.START,
            Optional.empty(),
            new Holdings(Map.of(), Map.of(margin, num("1"))),
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Recent.NONE,
            uncounted,
            0);
    Actual actual =
        new Actual(
            NOON,
            Samples.config(PosMode.NET),
            new Balance(BigDecimal.ZERO, List.of()),
            List.of(Samples.position(margin, is, "3")),
            List.of(),
            List.of());
    return Comparison.between(known, actual, Samples.demands(Ours.NOTHING));
  }

  @Test
  void spotOnCreditThatWasTradedIsNotGuessed() {
    assertThat(margin("1", Set.of(Samples.PAIR)))
        .singleElement()
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.HALT))
        .satisfies(it -> assertThat(it.expected()).isEqualTo("not known"))
        .satisfies(it -> assertThat(it.explanation()).contains("--expected"));
  }

  @Test
  void booksWithoutABaselineAreNotCompared() {
    Actual actual = actual(List.of(), "0");
    Demands demands = Samples.demands(Ours.NOTHING);
    Books opening = Books.opening(Samples.START);
    assertThatThrownBy(() -> Comparison.between(opening, actual, demands))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timesOfAnotherDayBearTheirDate() {
    Instant time = Instant.parse("2026-11-20T23:59:59.999Z");
    assertThat(When.text(time, NOON)).isEqualTo("23:59:59Z");
    assertThat(When.text(time, time.plusMillis(1))).isEqualTo("2026-11-20T23:59:59Z");
  }

  private static List<Difference> legs(String should, String is, String strange, Whose whose) {
    Subject subject = Subject.leg(LEG);
    Books books =
        books(
            new Holdings(Map.of(), Map.of(LEG, num(should))),
            strange.isEmpty() ? Map.of() : Map.of(subject, strange(num(strange), whose)));
    return Comparison.between(books, actual(List.of(), is), Samples.demands(Ours.NOTHING));
  }

  private static Strange strange(BigDecimal amount, Whose whose) {
    return Strange.NOTHING.plus(
        new Strange.Item(Samples.START.plusSeconds(3), whose, "order 9", amount));
  }

  private static Books books(Holdings held, Map<Subject, Strange> strange) {
    return new Books(
        Samples.START,
        Optional.empty(),
        held,
        strange,
        Map.of(),
        Map.of(),
        Optional.empty(),
        Recent.NONE,
        Set.of(),
        0);
  }

  private static Actual actual(List<Balance.Currency> cash, String pos) {
    return new Actual(
        NOON,
        Samples.config(PosMode.NET),
        new Balance(BigDecimal.ZERO, cash),
        List.of(Samples.position(LEG, pos, "10")),
        List.of(),
        List.of());
  }
}
