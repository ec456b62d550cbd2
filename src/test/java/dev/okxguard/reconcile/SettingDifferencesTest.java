package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.OpenIntent;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingDifferencesTest {
  private static final Leg LEG = new Leg(Samples.SWAP, TdMode.ISOLATED, PosSide.LONG, "");

  private final World world = new World(PosMode.NET);

  @Test
  void theModesAreThoseOfTheBooksUnlessPinned() {
    Books books = Look.taken(world);
    assertThat(found(books, Optional.empty())).isEmpty();
    assertThat(found(books, pin("net_mode", "2"))).isEmpty();
    assertThat(found(books, pin("long_short_mode", "3")))
        .containsExactly(
            mode(Kind.POS_MODE, "long_short_mode", "net_mode"), mode(Kind.ACCOUNT_LEVEL, "3", "2"));
    world.mode = PosMode.LONG_SHORT;
    assertThat(found(books, Optional.empty()))
        .containsExactly(mode(Kind.POS_MODE, "net_mode", "long_short_mode"));
    assertThat(found(books, pin("long_short_mode", "2"))).isEmpty();
  }

  @Test
  void aModeChangedByAnotherHandStaysExpectedUntilAdopted() {
    Books books = Look.taken(world);
    world.mode = PosMode.LONG_SHORT;
    assertThat(found(seen(books), Optional.empty())).hasSize(1);
    assertThat(found(Look.taken(world), Optional.empty())).isEmpty();
  }

  private static Difference mode(Kind kind, String expected, String actual) {
    return new Difference(
        kind, Severity.HALT, Subject.ACCOUNT, expected, actual, "changed by another hand");
  }

  @ParameterizedTest
  @CsvSource({"11, HALT", "9, WARN", "10.0, ''"})
  void moreLeverageIsDangerousAndLessIsNot(String lever, String severity) {
    world.legs.put(LEG, BigDecimal.ONE);
    Books books = Look.taken(world);
    world.levers.put(LEG, new BigDecimal(lever));
    List<Difference> found = found(books, Optional.empty());
    if (severity.isEmpty()) {
      assertThat(found).isEmpty();
      return;
    }
    assertThat(found)
        .containsExactly(
            new Difference(
                Kind.LEVERAGE,
                Severity.valueOf(severity),
                Subject.leg(LEG),
                "10",
                lever,
                "changed by another hand"));
    assertThat(found(seen(books), Optional.empty())).isEqualTo(found);
  }

  @ParameterizedTest(name = "we asked for {2} of {0} {1}")
  @CsvSource({
    "isolated, long, 20, true",
    "isolated, '', 20.0, true",
    "isolated, short, 20, false",
    "cross, '', 20, false",
    "isolated, long, 21, false",
  })
  void leverageThatWeAskedForIsOurs(String mode, String side, String lever, boolean ours) {
    world.legs.put(LEG, BigDecimal.ONE);
    Books books = Look.taken(world);
    world.levers.put(LEG, new BigDecimal("20"));
    world.intents.add(
        Samples.intent(
            "set-leverage",
            "instId",
            Samples.SWAP,
            "mgnMode",
            mode,
            "posSide",
            side,
            "lever",
            lever));
    assertThat(found(books, Optional.empty()).isEmpty()).isEqualTo(ours);
    Books seen = seen(books);
    assertThat(seen.settings().orElseThrow().levers())
        .isEqualTo(Map.of(LEG, new BigDecimal(ours ? "2E+1" : "1E+1")));
  }

  @Test
  void leverageThatWeAskedForBeforeTheLastTimeIsNobodysWish() {
    world.legs.put(LEG, BigDecimal.ONE);
    asked(Samples.SWAP, "isolated", "20");
    asked(Samples.SWAP, "isolated", "10");
    Books books = Look.taken(world);
    world.levers.put(LEG, new BigDecimal("20"));
    assertThat(found(books, Optional.empty()))
        .extracting(Difference::severity)
        .containsExactly(Severity.HALT);
  }

  @ParameterizedTest(name = "{0} {1} asked, {2} held")
  @CsvSource({
    "BTC-USDT-261225, cross, BTC-USDT-261127, true",
    "BTC-USDT-261225, isolated, BTC-USDT-261127, false",
    "BTC-USD-261225, cross, BTC-USDT-261127, false",
    "BTC-USDT-SWAP, cross, BTC-USDT-261127, false",
    "BTC-USDT, cross, BTC-USDT-261127, false",
  })
  void crossFuturesHaveOneLeverageForTheirWholeFamily(
      String asked, String mode, String held, boolean ours) {
    Leg leg = new Leg(held, TdMode.of(mode).orElseThrow(), PosSide.NET, "");
    world.legs.put(leg, BigDecimal.ONE);
    Books books = Look.taken(world);
    world.levers.put(leg, new BigDecimal("20"));
    asked(asked, mode, "20");
    assertThat(found(books, Optional.empty()).isEmpty()).isEqualTo(ours);
  }

  private void asked(String instId, String mode, String lever) {
    world.intents.add(
        Samples.intent(
            "set-leverage", "instId", instId, "mgnMode", mode, "lever", lever, "posSide", ""));
  }

  @Test
  void theLeverageOfANewLegIsTakenAsItIs() {
    Books books = Look.taken(world);
    world.legs.put(LEG, BigDecimal.ONE);
    world.levers.put(LEG, new BigDecimal("7"));
    assertThat(found(books, Optional.empty()))
        .extracting(Difference::kind)
        .containsExactly(Kind.UNEXPECTED);
    assertThat(seen(books).settings().orElseThrow().levers()).containsOnlyKeys(LEG);
    world.legs.remove(LEG);
    assertThat(seen(seen(books)).settings().orElseThrow().levers()).isEmpty();
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "read_only,trade; read_only,trade; ''",
        "read_only,trade; read_only,trade,withdraw; HALT",
        "read_only,trade; read_only; WARN",
        "read_only; read_only,trade; WARN",
        "read_only,withdraw; read_only; WARN",
        "read_only,withdraw; read_only,trade,withdraw; WARN",
      })
  void theKeyMayDoWhatItMightBefore(String was, String is, String severity) {
    world.perm = Set.of(was.split(","));
    Books books = Look.taken(world);
    world.perm = Set.of(is.split(","));
    List<Difference> found = found(books, Optional.empty());
    assertThat(found).hasSize(severity.isEmpty() ? 0 : 1);
    if (!severity.isEmpty()) {
      assertThat(found.getFirst().kind()).isEqualTo(Kind.PERMISSIONS);
      assertThat(found.getFirst().severity()).isEqualTo(Severity.valueOf(severity));
      assertThat(found.getFirst().expected()).isEqualTo(was);
      assertThat(found.getFirst().actual()).isEqualTo(is);
      assertThat(found.getFirst().explanation().contains("money out"))
          .isEqualTo(severity.equals("HALT"));
      assertThat(found(seen(books), Optional.empty())).isEqualTo(found);
    }
  }

  @Test
  void everyWriteWithoutAFateIsNamed() {
    Books books = Look.taken(world);
    Event.Outcome said =
        new Event.Outcome(
            "i1",
            "okg1",
            "unknown",
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            "",
            "no answer within 10 s");
    OpenIntent bare = Samples.open();
    OpenIntent told = new OpenIntent(bare.time(), bare.intent(), Optional.of(said));
    Subject subject = new Subject(Samples.SWAP, "", "", "", "i1");
    assertThat(found(books, Optional.empty(), bare, told))
        .containsExactly(
            new Difference(
                Kind.INTENT_UNRESOLVED,
                Severity.HALT,
                subject,
                "a known outcome",
                "place, unknown",
                "it may have reached the exchange"),
            new Difference(
                Kind.INTENT_UNRESOLVED,
                Severity.HALT,
                subject,
                "a known outcome",
                "place, unknown",
                "no answer within 10 s"));
  }

  private static Optional<Event.Pinned> pin(String posMode, String acctLv) {
    return Optional.of(new Event.Pinned(posMode, acctLv));
  }

  private List<Difference> found(Books books, Optional<Event.Pinned> pin, OpenIntent... open) {
    Demands bare = Look.demands(world, books);
    Demands demands =
        new Demands(bare.policy(), List.of(open), pin, bare.ours(), bare.gone(), bare.goneAlgos());
    return Comparison.between(books, Look.actual(world), demands);
  }

  private Books seen(Books books) {
    return books.seen(Look.actual(world), Look.demands(world, books));
  }
}
