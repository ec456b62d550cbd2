package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stop of all accounts is on record for each, and goes without touching what stopped one alone.
class TradingStopsTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private StateDirectory state;
  private TradingStops stops;
  private TradingStop seven;
  private TradingStop eight;

  @BeforeEach
  void open() {
    state = new StateDirectory(home.resolve("state"));
    stops = new TradingStops(state, time);
    seven = known("7");
    eight = known("8");
  }

  /// An account that was traded from here.
  private TradingStop known(String uid) {
    TradingStop stop = new TradingStop(state, Environment.LIVE, uid, time);
    assertThat(stop.note(new Event.Note("test", "first"))).isEmpty();
    return stop;
  }

  private static List<String> names(List<TradingStops.Account> accounts) {
    return accounts.stream().map(TradingStops.Account::name).toList();
  }

  private void resume() {
    stops.resume(
        stops.recorded(),
        new Halt(state).shownForAll(),
        Halt.reducing(state).shownForAll(),
        new Event.Resumed("fine", "ann"));
  }

  @Test
  void whatStopsAllStopsEachUntilAPersonLiftsItOnce() throws IOException {
    new Halt(state).setAll("flood", time);
    assertThat(stops.note(true, "flood", "ann")).isEmpty();
    assertThat(names(stops.recorded())).containsExactly("live account 7", "live account 8");
    assertThat(stops.recorded()).allMatch(account -> account.why().contains("flood"));
    Files.delete(state.root().resolve("HALT"));
    assertThat(seven.look().word()).as("without its file").isEqualTo("halted");
    assertThat(seven.look().by()).isEqualTo("ann (all accounts)");
    new Halt(state).setAll("flood", time);
    resume();
    assertThat(new Halt(state).reasonForAll()).isEmpty();
    assertThat(List.of(seven.look().word(), eight.look().word())).containsOnly("active");
    assertThat(stops.stopped()).isEmpty();
  }

  @Test
  void aNarrowingOfAllIsLiftedTheSameWay() {
    Halt.reducing(state).setAll("quiet week", time);
    assertThat(stops.note(false, "quiet week", "ann")).isEmpty();
    assertThat(eight.look().word()).isEqualTo("reducing");
    assertThat(names(stops.recorded())).containsExactly("live account 7", "live account 8");
    resume();
    assertThat(Halt.reducing(state).reasonForAll()).isEmpty();
    assertThat(eight.look().word()).isEqualTo("active");
  }

  @Test
  void anAccountThatIsStoppedOnItsOwnStaysSo() {
    seven.note(new Event.Halted("news", "bob"));
    stops.note(true, "flood", "ann");
    assertThat(seven.look().why().orElse("")).startsWith("news");
    assertThat(names(stops.recorded())).containsExactly("live account 8");
    assertThat(names(stops.stopped())).containsExactly("live account 7", "live account 8");
    resume();
    assertThat(names(stops.stopped())).containsExactly("live account 7");
  }

  @Test
  void anAccountThatIsHaltedIsNarrowedBesideThat() {
    seven.note(new Event.Halted("news", "bob"));
    stops.note(false, "quiet week", "ann");
    assertThat(latest(seven).reducing()).isPresent();
    assertThat(names(stops.recorded())).containsExactly("live account 7", "live account 8");
  }

  @Test
  void theHaltOfOneOutlastsTheNarrowingOfAll() {
    seven.note(new Event.Halted("news", "bob"));
    stops.note(false, "quiet week", "ann");
    resume();
    assertThat(seven.look().word()).isEqualTo("halted");
    assertThat(seven.look().why().orElse("")).startsWith("news");
    assertThat(seven.look().by()).isEqualTo("bob");
    assertThat(latest(seven).reducing()).as("of all").isEmpty();
    assertThat(eight.look().word()).isEqualTo("active");
  }

  @Test
  void theNarrowingOfOneOutlastsTheHaltOfAll() {
    seven.note(new Event.Reducing("news", "bob"));
    stops.note(true, "flood", "ann");
    resume();
    assertThat(seven.look().word()).isEqualTo("reducing");
    assertThat(seven.look().by()).isEqualTo("bob");
    assertThat(names(stops.recorded())).isEmpty();
  }

  private Latest latest(TradingStop stop) {
    return JournalReader.ledger(state.journal(stop.env(), stop.uid())).latest();
  }

  @Test
  void anAccountThatIsBusyHasItOnRecordAfterwards() {
    try (AccountLock _ = seven.lock()) {
      assertThat(stops.note(true, "flood", "ann")).isEmpty();
      assertThat(names(stops.recorded())).containsExactly("live account 8");
    }
    assertThat(names(stops.recorded())).containsExactly("live account 7", "live account 8");
  }

  @Test
  void oneThatIsStoppedOnItsOwnStaysSoAlsoWhereItWasBusy() {
    seven.note(new Event.Halted("news", "bob"));
    try (AccountLock _ = seven.lock()) {
      assertThat(stops.note(true, "flood", "ann")).isEmpty();
    }
    resume();
    assertThat(names(stops.stopped())).containsExactly("live account 7");
    assertThat(seven.look().by()).isEqualTo("bob");
  }

  @Test
  void whileOneAccountIsBusyNothingIsLifted() {
    new Halt(state).setAll("flood", time);
    stops.note(true, "flood", "ann");
    try (AccountLock _ =
        AccountLock.acquire(state.lock(Environment.LIVE, "8"), Duration.ZERO, time)) {
      assertThatThrownBy(this::resume)
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.BUSY));
    }
    assertThat(new Halt(state).reasonForAll()).isPresent();
    assertThat(latest(seven).halted()).isPresent();
  }

  @Test
  void anAccountWhoseRecordIsBrokenIsNamedButNotListedAndStopsNoOther() throws IOException {
    stops.note(true, "flood", "ann");
    Path journal = state.journal(Environment.LIVE, "7");
    try (var files = Files.list(journal)) {
      Files.writeString(files.findFirst().orElseThrow(), "broken\nbroken\n");
    }
    assertThat(names(stops.recorded())).containsExactly("live account 8");
    assertThat(seven.note(new Event.Note("test", "second"))).isNotEmpty();
    assertThat(stops.note(true, "ebb", "ann")).isNotEmpty().doesNotContain("; ");
  }
}
