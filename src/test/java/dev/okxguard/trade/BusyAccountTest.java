package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Breaker;
import dev.okxguard.guard.BreakerReading;
import dev.okxguard.guard.Policy;
import dev.okxguard.guard.breaker.Evaluation;
import dev.okxguard.guard.breaker.Tally;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.FillPieces;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.model.DayRange;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.UsdRates;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import dev.okxguard.testing.ManualTime;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// What an account with a long history costs the breakers: once, all of it; then, what is new.
class BusyAccountTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

  @TempDir Path home;
  private Policy.Breakers limits = limits(3);
  private Optional<FillPieces> pieces = Optional.empty();
  private boolean hurry;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private final ConcurrentSkipListSet<String> asked = new ConcurrentSkipListSet<>();

  /// 150 entries, the last one five minutes ago, in 150 bills.
  private final List<Fill> fills =
      IntStream.range(0, 150)
          .mapToObj(i -> fill(i, time.now().minusSeconds(300 + i)))
          .collect(Collectors.toCollection(ArrayList::new));

  private final List<Bill> bills =
      fills.stream().map(BusyAccountTest::bill).collect(Collectors.toCollection(ArrayList::new));

  private final Exchange exchange =
      (Exchange)
          Proxy.newProxyInstance(
              Exchange.class.getClassLoader(),
              new Class<?>[] {Exchange.class},
              (_, method, arguments) -> {
                String name = method.getName();
                if (name.equals("serverTime")) {
                  return time.now();
                }
                asked.add(name + (arguments == null ? "" : " " + arguments[0]));
                return switch (name) {
                  case "balance" -> balance();
                  case "eachBill" -> told(bills, Bill::time, arguments);
                  case "funding", "candles" -> List.of();
                  case "eachFill" -> told(fills, Fill::time, arguments);
                  case "usdIndex" -> Optional.of(new BigDecimal("140"));
                  case "dayRanges" -> ranges((InstType) arguments[0]);
                  default -> throw new AssertionError(name);
                };
              });

  @SuppressWarnings("unchecked")
  private static <T> Object told(List<T> all, Function<T, Instant> time, Object[] asked) {
    Optional<Instant> until = (Optional<Instant>) asked[1];
    List<T> listed =
        all.stream()
            .filter(one -> !time.apply(one).isBefore((Instant) asked[0]))
            .filter(one -> until.isEmpty() || time.apply(one).isBefore(until.get()))
            .toList();
    for (int from = 0; from < listed.size(); from += 100) {
      listed.subList(from, Math.min(from + 100, listed.size())).forEach((Consumer<T>) asked[2]);
      boolean full = from + 100 <= listed.size();
      if (full && ((BooleanSupplier) asked[3]).getAsBoolean()) {
        break;
      }
    }
    return null;
  }

  private static Fill fill(int number, Instant at) {
    String id = String.valueOf(1000 - number);
    BigDecimal one = BigDecimal.ONE;
    return new Fill(
        InstType.SPOT,
        "BTC-USDT",
        id,
        id,
        id,
        "",
        Side.BUY,
        PosSide.NET,
        one,
        one,
        new BigDecimal("-0.1"),
        "USDT",
        BigDecimal.ZERO,
        at);
  }

  private static Bill bill(Fill fill) {
    return new Bill(
        fill.billId(),
        "2",
        "1",
        "USDT",
        fill.fee(),
        BigDecimal.ZERO,
        fill.fee(),
        "BTC-USDT",
        "",
        "",
        "",
        Optional.empty(),
        fill.time());
  }

  private static Balance balance() {
    BigDecimal all = new BigDecimal("1000");
    return new Balance(
        all,
        List.of(new Balance.Currency("USDT", all, all, all, BigDecimal.ZERO, Optional.of(all))));
  }

  private List<DayRange> ranges(InstType type) {
    BigDecimal low = BigDecimal.TEN;
    return List.of(
        new DayRange("CALM-USDT-" + type, low, new BigDecimal("10.79"), time.now()),
        new DayRange("WILD-USDT-" + type, low, new BigDecimal("10.80"), time.now()),
        new DayRange("OLD-USDT-" + type, low, low, time.now().minusSeconds(121)));
  }

  private Evaluation look(BreakerRecord record, Stream<String> watched) {
    asked.clear();
    try (Readings readings = new Readings()) {
      BreakerReads reads =
          BreakerReads.start(
              new BreakerReads.Source(
                  readings, exchange, Past.unread(), limits, pieces, () -> hurry),
              record);
      reads.watch(watched);
      return reads.evaluate(Optional.of(List.of()), new UsdRates(Map.of()));
    }
  }

  private static final BreakerRecord NOTHING =
      new BreakerRecord(Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void theFirstLookReadsEverythingAndTheNextOnlyWhatIsNew() {
    Evaluation first = look(NOTHING, Stream.empty());
    String threeDays = " " + time.now().minus(Duration.ofDays(3));
    assertThat(asked)
        .contains("eachFill" + threeDays, "funding" + threeDays, "eachBill " + MIDNIGHT);
    Instant end = time.now().minus(Duration.ofMinutes(2));
    assertThat(first.tally().map(Tally::at)).contains(end);

    time.advance(Duration.ofMinutes(1));
    Evaluation next = look(recorded(first), Stream.empty());
    assertThat(asked)
        .contains("eachFill " + end, "funding " + end, "eachBill " + end.plusMillis(1));
    assertThat(next.readings()).isEqualTo(first.readings());
    assertThat(next.tally()).isEmpty();
  }

  /// Until then it says that it does not know the streak, and nothing is halted for that.
  @Test
  void whatIsTooMuchForOneLookIsCountedByTheNextOnesAsIfAtOnce() {
    for (int i = 150; i < 25_000; i++) {
      fills.add(fill(i, time.now().minusSeconds(300 + 3L * i)));
    }
    Evaluation whole = look(NOTHING, Stream.empty());
    pieces = Optional.of(FillPieces.of(home));
    for (int portion = 0; portion < 2; portion++) {
      Evaluation part = look(NOTHING, Stream.empty());
      assertThat(part.readings())
          .filteredOn(reading -> reading.verdict().equals("unknown"))
          .extracting(BreakerReading::breaker)
          .containsExactly(Breaker.MAX_CONSECUTIVE_LOSSES);
      assertThat(part.tally().map(Tally::trips)).as("bills are counted on").contains(false);
      assertThat(part.marks()).isEqualTo(whole.marks());
    }
    Evaluation last = look(NOTHING, Stream.empty());
    assertThat(last.readings()).isEqualTo(whole.readings());
    assertThat(last.tally()).isPresent().isEqualTo(whole.tally());

    assertThat(home.resolve("fills")).isNotEmptyDirectory();
    look(recorded(last), Stream.empty());
    assertThat(home.resolve("fills")).doesNotExist();
  }

  /// What it lost is known all the same.
  @Test
  void aLookInAHurryMeasuresWhatItCan() {
    bills.subList(80, bills.size()).clear();
    Evaluation whole = look(NOTHING, Stream.empty());
    for (int i = 150; i < 3_000; i++) {
      fills.add(fill(i, time.now().minusSeconds(300 + 30L * i)));
    }
    pieces = Optional.of(FillPieces.of(home));
    hurry = true;
    Evaluation part = look(NOTHING, Stream.empty());
    assertThat(part.readings())
        .filteredOn(reading -> reading.verdict().equals("unknown"))
        .extracting(BreakerReading::breaker)
        .containsExactly(Breaker.MAX_CONSECUTIVE_LOSSES);
    assertThat(part.marks()).isEqualTo(whole.marks());
    assertThat(home.resolve("fills")).isNotEmptyDirectory();
  }

  private static Policy.Breakers limits(int losses) {
    return new Policy.Breakers(
        BigDecimal.ONE, BigDecimal.ONE, losses, 60, new BigDecimal("0.08"), 15);
  }

  /// And reads all fills once it counts them.
  @Test
  void whoCountsNoRoundTripsGoesOnFromTheDaysBillsAlone() {
    limits = limits(0);
    BreakerRecord record = recorded(look(NOTHING, Stream.empty()));
    Instant end = time.now().minus(Duration.ofMinutes(2));
    time.advance(Duration.ofMinutes(1));
    look(record, Stream.empty());
    assertThat(asked).containsExactly("balance", "eachBill " + end.plusMillis(1));

    limits = limits(3);
    look(record, Stream.empty());
    assertThat(asked)
        .contains("eachFill " + time.now().minus(Duration.ofDays(3)))
        .contains("eachBill " + end.plusMillis(1));
  }

  /// Of a coin that is sold to the last bit, no balance tells the worth.
  @Test
  void whatWasCountedInACoinThatIsGoneIsValuedAllTheSame() {
    bills.addLast(sold("SOL", time.now().minus(Duration.ofMinutes(20))));
    Evaluation first = look(NOTHING, Stream.empty());
    assertThat(first.readings()).noneMatch(reading -> reading.verdict().equals("unknown"));

    time.advance(Duration.ofMinutes(1));
    Evaluation next = look(recorded(first), Stream.empty());
    assertThat(next.readings()).isEqualTo(first.readings());
  }

  private static Bill sold(String ccy, Instant at) {
    BigDecimal all = new BigDecimal("-1");
    BigDecimal zero = BigDecimal.ZERO;
    String none = "";
    return new Bill(
        "1", "2", "2", ccy, all, zero, zero, "SOL-USDT", none, none, none, Optional.empty(), at);
  }

  /// What was counted goes through the journal, and ends with the days that can still be read.
  @Test
  void whatWasCountedIsOfNoUseAfterThreeDays() {
    BreakerRecord record = recorded(look(NOTHING, Stream.empty()));
    time.advance(Duration.ofDays(3));
    look(record, Stream.empty());
    assertThat(asked).contains("eachFill " + time.now().minus(Duration.ofDays(3)));
  }

  private BreakerRecord recorded(Evaluation evaluation) {
    Tally tally = evaluation.tally().orElseThrow();
    try (Journal journal = Journal.open(home, time)) {
      evaluation.marks().map(BreakerRecord::event).ifPresent(journal::append);
      journal.append(TallyContent.event(tally));
    }
    BreakerRecord record = BreakerRecord.of(JournalReader.ledger(home).latest());
    assertThat(record.tally()).contains(tally);
    return record;
  }

  @Test
  void aResumptionEndsWhatWasCounted() {
    recorded(look(NOTHING, Stream.empty()));
    try (Journal journal = Journal.open(home, time)) {
      journal.append(new Event.Resumed("looked at it", "me"));
    }
    assertThat(BreakerRecord.of(JournalReader.ledger(home).latest()).tally()).isEmpty();
  }

  @Test
  void aTallyThatCannotBeUnderstoodIsNone() {
    ObjectNode whole =
        TallyContent.event(look(NOTHING, Stream.empty()).tally().orElseThrow()).content();
    assertThat(TallyContent.read(new Event.Tally(time.now(), whole))).isPresent();
    for (String part : List.of("trips", "losing", "open", "changes", "unread")) {
      ObjectNode less = whole.deepCopy();
      less.remove(part);
      assertThat(TallyContent.read(new Event.Tally(time.now(), less))).isEmpty();
    }
    ((ObjectNode) whole.path("open").path(0)).put("held", "many");
    assertThat(TallyContent.read(new Event.Tally(time.now(), whole))).isEmpty();
  }

  @Test
  void ofManyInstrumentsOnlyThoseThatMovedInADayAreWatchedByTheMinute() {
    List<String> known = List.of("CALM-USDT-SWAP", "WILD-USDT-SWAP", "OLD-USDT-SWAP");
    look(NOTHING, Stream.concat(known.stream(), others(18)));
    assertThat(asked)
        .contains("dayRanges SWAP", "candles WILD-USDT-SWAP", "candles OLD-USDT-SWAP")
        .contains("candles A17-USDT-SWAP")
        .doesNotContain("candles CALM-USDT-SWAP");
    look(NOTHING, Stream.concat(known.stream(), others(17)));
    assertThat(asked).doesNotContain("dayRanges SWAP").contains("candles CALM-USDT-SWAP");
  }

  private static Stream<String> others(int count) {
    return IntStream.range(0, count).mapToObj(i -> "A" + i + "-USDT-SWAP");
  }
}
