package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.okxguard.guard.Policy;
import dev.okxguard.journal.Event;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a bot believes, held against the account.
class DeclaredTest {
  private static final Leg CROSS = Samples.net(Samples.SWAP);
  private static final Leg ISOLATED = new Leg(Samples.SWAP, TdMode.ISOLATED, PosSide.NET, "");
  private static final Leg SHORT = new Leg(Samples.SWAP, TdMode.CROSS, PosSide.SHORT, "");

  private final World world = new World(PosMode.NET);

  @Test
  void aListOrAnObjectWithAListAreRead() {
    String rows =
        """
        [{"instId":"BTC-USDT-SWAP","posSide":"short","mgnMode":"isolated","pos":"2.50"},
         {"instId":"ETH-USD-SWAP","pos":-1e-1},
         {"instId":"BTC-USDT","pos":"1E+2"}]
        """;
    Declared read = Declared.parse(rows);
    assertThat(read.rows())
        .containsExactly(
            row("BTC-USDT-SWAP", Optional.of(TdMode.ISOLATED), PosSide.SHORT, "2.50"),
            row("ETH-USD-SWAP", Optional.empty(), PosSide.NET, "-0.1"),
            row("BTC-USDT", Optional.empty(), PosSide.NET, "1E+2"));
    assertThat(Declared.parse("{\"positions\": " + rows + "}")).isEqualTo(read);
    assertThat(Declared.parse(" [ ] ").rows()).isEmpty();
    assertThat(Declared.parse("{\"positions\":[]}").rows()).isEmpty();
  }

  private static Declared.Row row(String instId, Optional<TdMode> mode, PosSide side, String pos) {
    return new Declared.Row(instId, mode, side, new BigDecimal(pos));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 1, 1 | empty",
        "`   ` | 1, 4 | empty",
        "hunter2 | 1, | not JSON",
        "null | 1, 1 | list",
        "42 | 1, 1 | list",
        "[ | 1, | not JSON",
        "[] [] | 1, 4 | after its end",
        "[]x | 1, | not JSON",
        "[1] | 1, 2 | object",
        "[[]] | 1, 2 | object",
        "{} | 1, 2 | positions",
        "{\"hunter2\":[]} | 1, 2 | positions",
        "{\"positions\":{}} | 1, 14 | list",
        "{\"positions\":[],\"hunter2\":1} | 1, 17 | nothing else",
        "[{}] | 1, 2 | needed",
        "[{\"instId\":\"A-B\"}] | 1, 2 | needed",
        "[{\"pos\":1}] | 1, 2 | needed",
        "[{\"hunter2\":1}] | 1, 3 | fields",
        "[{\"instId\":\"A-B\",\"instId\":\"A-B\",\"pos\":1}] | 1, 18 | twice",
        "[{\"instId\":7,\"pos\":1}] | 1, 12 | string",
        "[{\"instId\":null,\"pos\":1}] | 1, 12 | string",
        "[{\"instId\":\"hunter2\",\"pos\":1}] | 1, 12 | instrument",
        "[{\"instId\":\"btc-usdt\",\"pos\":1}] | 1, 12 | instrument",
        "[{\"instId\":\"BTC\",\"pos\":1}] | 1, 12 | instrument",
        "[{\"instId\":\"A-B\",\"pos\":true}] | 1, 24 | number",
        "[{\"instId\":\"A-B\",\"pos\":[1]}] | 1, 24 | number",
        "[{\"instId\":\"A-B\",\"pos\":null}] | 1, 24 | number",
        "[{\"instId\":\"A-B\",\"pos\":NaN}] | 1, | not JSON",
        "[{\"instId\":\"A-B\",\"pos\":\"NaN\"}] | 1, 24 | number",
        "[{\"instId\":\"A-B\",\"pos\":\"\"}] | 1, 24 | number",
        "[{\"instId\":\"A-B\",\"pos\":\" 1\"}] | 1, 24 | number",
        "[{\"instId\":\"A-B\",\"pos\":\"+1\"}] | 1, 24 | number",
        "[{\"instId\":\"A-B\",\"pos\":\"1,5\"}] | 1, 24 | number",
        "[{\"instId\":\"A-B\",\"pos\":\"0x10\"}] | 1, 24 | number",
        "[{\"instId\":\"A-B\",\"pos\":\"1e60\"}] | 1, 24 | number",
        "[{\"instId\":\"A-B\",\"pos\":1e999}] | 1, 24 | number",
        "[{\"instId\":\"A-B\",\"pos\":1e999999999}] | 1, 24 | number",
        "[{\"instId\":\"A-B\",\"pos\":\"1e-60\"}] | 1, 24 | number",
        "[{\"instId\":\"A-B-C\",\"posSide\":\"Long\",\"pos\":1}] | 1, 30 | posSide",
        "[{\"instId\":\"A-B-C\",\"posSide\":1,\"pos\":1}] | 1, 30 | string",
        "[{\"instId\":\"A-B-C\",\"mgnMode\":\"hunter2\",\"pos\":1}] | 1, 30 | mgnMode",
        "[{\"instId\":\"A-B-C\",\"mgnMode\":\"spot_isolated\",\"pos\":1}] | 1, 30 | mgnMode",
        "[{\"instId\":\"A-B-C\",\"mgnMode\":\"cash\",\"pos\":1}] | 1, 2 | cash",
        "[{\"instId\":\"A-B\",\"posSide\":\"long\",\"pos\":1}] | 1, 2 | posSide",
        "[{\"instId\":\"A-B-C\",\"posSide\":\"short\",\"pos\":-1}] | 1, 2 | negative",
        "[{\"instId\":\"A-B-C\",\"posSide\":\"long\",\"pos\":-1}] | 1, 2 | negative",
      })
  void anythingElseIsRefusedWithItsPlaceButNotItsContent(String text, String at, String words) {
    Fault fault = catchThrowableOfType(Fault.class, () -> Declared.parse(text));
    assertThat(fault).as(text).isNotNull();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE);
    String[] place = at.split(", ?", 2);
    assertThat(fault).hasMessageContaining("line " + place[0] + ", column " + place[1]);
    assertThat(fault).hasMessageContaining(words).message().doesNotContain("hunter2");
    assertThat(fault.hint()).doesNotContain("hunter2");
  }

  @Test
  void aComplaintOfALaterLineSaysTheLine() {
    Fault fault =
        catchThrowableOfType(Fault.class, () -> Declared.parse("[\n  {\n  \"instId\": 3}]"));
    assertThat(fault).hasMessageContaining("line 3, column 13: a string is needed here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789012345678901234567890.123456789012345678901234567890",
        "1e59",
        "1e-59",
        "-0",
        "0.000"
      })
  void numbersOfSixtyDigitsAreRead(String pos) {
    String text = "[{\"instId\":\"A-B-C\",\"pos\":\"" + pos + "\"}]";
    assertThat(Declared.parse(text).rows().getFirst().pos()).isEqualByComparingTo(pos);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A-B-C net cross; A-B-C net cross; true",
        "A-B-C net cross; A-B-C net isolated; false",
        "A-B-C net -; A-B-C net isolated; true",
        "A-B-C net cross; A-B-C net -; true",
        "A-B-C long -; A-B-C short -; false",
        "A-B-C net -; A-B-D net -; false",
        "A-B net -; A-C net -; true",
        "A-B net -; A-B net cash; true",
        "A-B net -; A-B net cross; false",
        "A-B net cross; A-B net isolated; false",
        "A-B net -; B-A net -; false",
      })
  void nothingIsDeclaredTwice(String one, String other, boolean twice) {
    String text = "[" + object(one) + ",\n" + object(other) + "]";
    if (twice) {
      assertThat(catchThrowableOfType(Fault.class, () -> Declared.parse(text)))
          .hasMessageContaining("line 2, column 1: this says something about a leg");
    } else {
      assertThat(Declared.parse(text).rows()).hasSize(2);
    }
  }

  private static String object(String words) {
    String[] it = words.split(" ");
    String mode = it[2].equals("-") ? "" : ",\"mgnMode\":\"" + it[2] + "\"";
    return "{\"instId\":\"" + it[0] + "\",\"posSide\":\"" + it[1] + "\"" + mode + ",\"pos\":1}";
  }

  @Test
  void theUnionOfBothSidesIsCompared() {
    world.legs.put(CROSS, new BigDecimal("2"));
    world.legs.put(Samples.net(Samples.COIN_SWAP), new BigDecimal("-3"));
    assertThat(
            compare(
                """
                [{"instId":"BTC-USDT-SWAP","pos":"-2"},{"instId":"SOL-USDT-SWAP","pos":1}]
                """))
        .extracting(
            Difference::kind,
            Difference::severity,
            it -> it.subject().instId(),
            Difference::expected,
            Difference::actual,
            Difference::explanation)
        .containsExactly(
            tuple(Kind.FLIPPED, Severity.HALT, "BTC-USDT-SWAP", "-2", "2", ""),
            tuple(Kind.GHOST, Severity.HALT, "SOL-USDT-SWAP", "1", "0", ""),
            tuple(Kind.UNEXPECTED, Severity.HALT, "ETH-USD-SWAP", "0", "-3", "not declared"));
  }

  @Test
  void aListOfManyThousandsTakesNoMinutes() {
    String rows =
        IntStream.range(0, 60_000)
            .mapToObj(n -> "{\"instId\":\"A" + n + "-USDT-SWAP\",\"pos\":\"1\"}")
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(assertTimeout(Duration.ofSeconds(20), () -> compare(rows))).hasSize(60_000);
  }

  @Test
  void zeroAndAbsenceAreTheSame() {
    assertThat(compare("[]")).isEmpty();
    assertThat(compare("[{\"instId\":\"SOL-USDT-SWAP\",\"pos\":0}]")).isEmpty();
    assertThat(compare("[{\"instId\":\"DOGE-USDT\",\"pos\":0}]")).isEmpty();
    world.legs.put(CROSS, BigDecimal.ONE);
    assertThat(compare("[{\"instId\":\"BTC-USDT-SWAP\",\"pos\":0}]"))
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.UNEXPECTED));
  }

  @Test
  void withoutAModeTheOnlyLegThereIsMeant() {
    world.legs.put(ISOLATED, BigDecimal.ONE);
    String text = "[{\"instId\":\"BTC-USDT-SWAP\",\"pos\":1}]";
    assertThat(compare(text)).isEmpty();
    world.legs.put(CROSS, BigDecimal.ONE);
    assertThat(compare(text))
        .singleElement()
        .satisfies(it -> assertThat(it.subject()).isEqualTo(Subject.leg(ISOLATED)));
    world.legs.clear();
    assertThat(compare(text))
        .singleElement()
        .satisfies(it -> assertThat(it.subject()).isEqualTo(Subject.leg(CROSS)));
    world.legs.put(ISOLATED, BigDecimal.ONE);
    assertThat(compare(text.replace("}", ",\"mgnMode\":\"cross\"}"))).hasSize(2);
  }

  @Test
  void aShortIsDeclaredAsOkxWritesIt() {
    world.mode = PosMode.LONG_SHORT;
    world.legs.put(SHORT, new BigDecimal("-2"));
    String text = "[{\"instId\":\"BTC-USDT-SWAP\",\"posSide\":\"short\",\"pos\":2}]";
    assertThat(compare(text)).isEmpty();
    assertThat(compare(text.replace("short", "long"))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"1.5, ''", "1.50000001, ''", "1.50000002, 1.5"})
  void aPairMeansTheBalanceOfItsBase(String pos, String actual) {
    List<Difference> found = compare("[{\"instId\":\"BTC-USDT\",\"pos\":\"" + pos + "\"}]");
    if (actual.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .containsExactly(
              new Difference(Kind.BALANCE, Severity.HALT, Subject.cash("BTC"), pos, actual, ""));
    }
  }

  @Test
  void aPairWithAMarginModeIsALegOfSpotOnCredit() {
    Leg margin = new Leg(Samples.PAIR, TdMode.CROSS, PosSide.NET, "USDT");
    world.legs.put(margin, BigDecimal.ONE);
    assertThat(compare("[{\"instId\":\"BTC-USDT\",\"mgnMode\":\"cross\",\"pos\":1}]")).isEmpty();
    assertThat(compare("[{\"instId\":\"BTC-USDT\",\"pos\":1.5}]"))
        .extracting(Difference::kind)
        .containsExactly(Kind.UNEXPECTED);
  }

  @Test
  void stopsOpenWritesAndPinnedModesAreLookedAtAsWell() {
    world.legs.put(CROSS, BigDecimal.ONE);
    world.order(
        new Draft(Samples.SWAP, TdMode.CROSS, PosSide.NET, Side.BUY, BigDecimal.ONE),
        World.By.HAND);
    Demands demands =
        new Demands(
            Samples.policy(Policy.RequireStop.DERIVATIVES),
            List.of(Samples.open()),
            Optional.of(new Event.Pinned("long_short_mode", "2")),
            Ours.NOTHING,
            Map.of(),
            Map.of());
    Declared declared = Declared.parse("[{\"instId\":\"BTC-USDT-SWAP\",\"pos\":1}]");
    assertThat(Declared.compare(declared, Look.actual(world), demands))
        .extracting(Difference::kind)
        .containsExactly(Kind.STOP_MISSING, Kind.INTENT_UNRESOLVED, Kind.POS_MODE);
  }

  private List<Difference> compare(String text) {
    return Declared.compare(
        Declared.parse(text), Look.actual(world), Samples.demands(Ours.NOTHING));
  }
}
