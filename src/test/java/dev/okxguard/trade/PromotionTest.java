package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.guard.Policy;
import dev.okxguard.guard.Stage;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.testing.Answers;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.ShiftedTime;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stage is granted on what the exchange shows at that moment, and on nothing else.
class PromotionTest {
  private static final Policy.Probation WANTED =
      new Policy.Probation(true, 2, 7, new BigDecimal("10"), 2);

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private final List<Fill> demoFills = new ArrayList<>();
  private final List<Fill> liveFills = new ArrayList<>();
  private Set<String> perm = Set.of("read_only");
  private int orders;

  private TradingStop account() {
    return new TradingStop(new StateDirectory(home.resolve("state")), Environment.LIVE, "7", time);
  }

  /// An exchange that knows its clock, its key and its fills, and nothing else.
  private Exchange exchange(List<Fill> fills) {
    AccountConfig config =
        new AccountConfig("7", "7", AccountLevel.FUTURES, PosMode.NET, false, perm, List.of(), "");
    return new Answers()
        .to("serverTime", _ -> time.now())
        .to("config", _ -> config)
        .to("fills", asked -> since(fills, InstType.SPOT, (Instant) asked.getFirst()))
        .to(
            "fillsArchive",
            asked -> since(fills, (InstType) asked.getFirst(), (Instant) asked.get(1)))
        .exchange();
  }

  private static List<Fill> since(List<Fill> fills, InstType type, Instant since) {
    return fills.stream()
        .filter(fill -> fill.instType() == type && !fill.time().isBefore(since))
        .toList();
  }

  private Fill fill(String clOrdId, String ordId) {
    return new Fill(
        InstType.SPOT,
        "BTC-USDT",
        "t" + orders++,
        "b" + orders,
        ordId,
        clOrdId,
        Side.BUY,
        PosSide.NET,
        BigDecimal.ONE,
        BigDecimal.ONE,
        BigDecimal.ZERO,
        "USDT",
        BigDecimal.ZERO,
        time.now());
  }

  private void filled(List<Fill> fills, String prefix, int count) {
    for (int i = 0; i < count; i++) {
      fills.add(fill(prefix + orders, "o" + orders));
    }
  }

  private Promotion promotion() {
    return new Promotion(account(), exchange(liveFills), Optional.of(exchange(demoFills)));
  }

  private Evidence evidence() {
    return promotion().evidence(WANTED);
  }

  private Stage promote() {
    return promotion().promote(evidence(), WANTED, "fine");
  }

  private void missing(String what) {
    Evidence evidence = evidence();
    assertThat(evidence.enough()).isFalse();
    assertThat(evidence.items())
        .filteredOn(item -> !item.met())
        .singleElement()
        .asString()
        .contains(what);
    assertThatThrownBy(() -> promotion().promote(evidence, WANTED, "fine"))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.DENIED));
  }

  private void toObserve() {
    filled(demoFills, "okgd", 2);
    assertThat(promote()).isEqualTo(Stage.OBSERVE);
  }

  private void toProbation() {
    toObserve();
    time.advance(Duration.ofDays(7));
    assertThat(promote()).isEqualTo(Stage.PROBATION);
    time.advance(Duration.ofMinutes(1));
  }

  private void record(Event event) {
    assertThat(account().note(event)).isEmpty();
  }

  @Test
  void ordersFilledOnDemoLeadToObserving() {
    missing("0 filled");
    filled(demoFills, "okgd", 1);
    missing("1 filled");
    filled(demoFills, "okgd", 1);
    assertThat(promote()).isEqualTo(Stage.OBSERVE);
    Event.Promoted promoted = account().ledger().orElseThrow().latest().promoted().orElseThrow();
    assertThat(promoted.stage()).isEqualTo("observe");
    assertThat(promoted.at()).isEqualTo(time.now());
    assertThat(promoted.evidence()).contains("2 filled");
    assertThat(promoted.reason()).isEqualTo("fine");
  }

  @Test
  void fillsOfOthersOrOfOtherExchangesCountForNothing() {
    filled(demoFills, "okgp", 9);
    filled(demoFills, "okgl", 9);
    filled(demoFills, "somebody", 9);
    filled(demoFills, "", 9);
    filled(liveFills, "okgd", 9);
    missing("0 filled");
  }

  @Test
  void anOrderInPiecesCountsOnce() {
    demoFills.add(fill("okgd1", "o1"));
    demoFills.add(fill("okgd1", "o1"));
    missing("1 filled");
  }

  @Test
  void fillsOfLongAgoDoNotCount() {
    filled(demoFills, "okgd", 2);
    time.advance(Duration.ofDays(90));
    missing("0 filled");
  }

  @Test
  void withoutADemoProfileNothingIsKnown() {
    Promotion promotion = new Promotion(account(), exchange(liveFills), Optional.empty());
    assertThat(promotion.evidence(WANTED).enough()).isFalse();
    assertThat(promotion.evidence(WANTED).text()).contains("--demo-profile");
  }

  @Test
  void aQuietWeekWithAReadOnlyKeyLeadsToProbation() {
    toObserve();
    missing("7 days");
    time.advance(Duration.ofDays(7).minusMillis(1));
    missing("7 days");
    time.advance(Duration.ofMillis(1));
    assertThat(promote()).isEqualTo(Stage.PROBATION);
  }

  @Test
  void aLocalClockThatIsAheadShortensNoWeek() {
    toObserve();
    Time local = new ShiftedTime(time, Duration.ofDays(30));
    TradingStop ahead = new TradingStop(account().state(), Environment.LIVE, "7", local);
    assertThat(ahead.note(new Event.Note("x", "y"))).isEmpty();
    assertThat(new Promotion(ahead, exchange(liveFills), Optional.empty()).evidence(WANTED))
        .matches(evidence -> !evidence.enough() && evidence.text().contains("7 days"));
  }

  @Test
  void aKeyThatCanTradeDoesNotObserve() {
    toObserve();
    time.advance(Duration.ofDays(8));
    for (Set<String> more : List.of(Set.of("read_only", "trade"), Set.of("withdraw"))) {
      perm = more;
      missing("may only read");
    }
  }

  @Test
  void aKeyThatCouldTradeMeanwhileStartsTheWeekAgain() {
    toObserve();
    time.advance(Duration.ofDays(6));
    record(new Event.TradingKey(time.now(), "trade"));
    time.advance(Duration.ofDays(6));
    missing("a key that can do more was in use");
    time.advance(Duration.ofDays(1));
    assertThat(promote()).isEqualTo(Stage.PROBATION);
  }

  @Test
  void anybodysFillWhileObservingIsSeen() {
    toObserve();
    time.advance(Duration.ofDays(5));
    filled(liveFills, "", 1);
    time.advance(Duration.ofDays(5));
    missing("1 fills");
  }

  @Test
  void ordersFilledOnProbationLeadToFullTrading() {
    filled(liveFills, "okgl", 5);
    record(new Event.Tripped(time.now(), "max_drawdown", "before"));
    time.advance(Duration.ofMinutes(1));
    toProbation();
    missing("0 filled");
    filled(liveFills, "okgd", 5);
    filled(liveFills, "", 5);
    filled(liveFills, "okgl", 2);
    assertThat(promote()).isEqualTo(Stage.FULL);
    assertThat(evidence().enough()).isFalse();
    assertThat(evidence().items()).isEmpty();
  }

  @Test
  void aTripOrAHaltOnProbationStandsAgainstIt() {
    toProbation();
    filled(liveFills, "okgl", 2);
    new Halt(account().state()).set(Environment.LIVE, "7", "news", time);
    missing("halted");
    account().resume(account().look(), new Event.Resumed("fine", "ann"));
    record(new Event.Tripped(time.now(), "max_drawdown", "10 percent"));
    missing("max_drawdown");
  }

  @Test
  void timesFromTheFutureAreRefused() {
    BigDecimal one = BigDecimal.ONE;
    List<Function<Instant, Event>> kinds =
        List.of(
            at -> new Event.Promoted(at, "observe", "", "fine"),
            at -> new Event.Marks(at, one, one, one, ""),
            at -> new Event.Tripped(at, "max_drawdown", "10 percent"),
            at -> new Event.TradingKey(at, "trade"));
    for (Function<Instant, Event> kind : kinds) {
      record(kind.apply(time.now().plusMillis(1)));
      assertThatThrownBy(this::evidence).hasMessageContaining("later than the exchange's clock");
      record(kind.apply(time.now()));
      assertThat(evidence().stage()).isEqualTo(Stage.OBSERVE);
    }
  }

  @Test
  void twoPeoplePromoteOnce() {
    filled(demoFills, "okgd", 2);
    Evidence shown = evidence();
    assertThat(promotion().promote(shown, WANTED, "one")).isEqualTo(Stage.OBSERVE);
    assertThatThrownBy(() -> promotion().promote(shown, WANTED, "two"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("changed meanwhile");
  }

  @Test
  void whoeverLosesTheJournalBeginsAnew() throws Exception {
    toObserve();
    Files.move(account().state().journal(Environment.LIVE, "7"), home.resolve("gone"));
    assertThat(evidence().stage()).isEqualTo(Stage.DEMO);
  }

  @Test
  void aStageWrittenIntoTheJournalByHandBreaksIt() throws Exception {
    toObserve();
    Path journal = account().state().journal(Environment.LIVE, "7");
    Path segment;
    try (var files = Files.list(journal)) {
      segment = files.filter(it -> it.toString().endsWith(".ndjson")).findFirst().orElseThrow();
    }
    Files.writeString(segment, Files.readString(segment).replace("\"observe\"", "\"full\""));
    assertThatThrownBy(this::evidence)
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.FINDINGS));
  }
}
