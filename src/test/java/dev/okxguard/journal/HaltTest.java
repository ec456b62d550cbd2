package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaltTest {
  @TempDir Path home;
  private final TestTime time = new TestTime();

  private StateDirectory state() {
    return new StateDirectory(home.resolve("state"));
  }

  private Halt halt() {
    return new Halt(state());
  }

  private Path account() {
    return state().account(Environment.LIVE, "7");
  }

  private boolean halted() {
    return halt().halted(Environment.LIVE, "7");
  }

  @Test
  void nothingIsHaltedBeforeAnythingExists() throws IOException {
    assertThat(halted()).isFalse();
    assertThat(halt().reason(Environment.LIVE, "7")).isEmpty();
    Files.createDirectories(account());
    assertThat(halted()).isFalse();
  }

  @Test
  void haltingOneAccountHaltsOnlyThatAndTellsWhy() throws IOException {
    halt().set(Environment.LIVE, "7", "drawdown", time);
    assertThat(halted()).isTrue();
    assertThat(halt().reason(Environment.LIVE, "7")).contains("2026-03-01T12:00:00.000Z drawdown");
    assertThat(halt().halted(Environment.DEMO, "7")).isFalse();
    assertThat(halt().halted(Environment.LIVE, "8")).isFalse();
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(account().resolve("HALT"))))
        .isEqualTo("rw-------");
  }

  @Test
  void haltingAllHaltsEveryAccount() {
    halt().setAll("stop", time);
    assertThat(halted()).isTrue();
    halt().shown(Environment.LIVE, "7").lift(() -> {});
    assertThat(halted()).isTrue();
    halt().shownForAll().lift(() -> {});
    assertThat(halted()).isFalse();
  }

  @Test
  void aSecondHaltKeepsTheFirstReason() {
    halt().set(Environment.LIVE, "7", "first", time);
    halt().set(Environment.LIVE, "7", "second", time);
    assertThat(halt().reason(Environment.LIVE, "7").orElseThrow()).endsWith("first");
  }

  @Test
  void haltingNeedsNoLock() {
    try (AccountLock lock = AccountLock.acquire(account(), Duration.ZERO, time)) {
      assertThat(lock).isNotNull();
      halt().set(Environment.LIVE, "7", "now", time);
      assertThat(halted()).isTrue();
    }
  }

  @Test
  void anEmptyFileADirectoryAndADanglingLinkHalt() throws IOException {
    Path file = Files.createDirectories(account()).resolve("HALT");
    Files.createFile(file);
    assertThat(halted()).isTrue();
    assertThat(halt().reason(Environment.LIVE, "7"))
        .hasValueSatisfying(why -> assertThat(why).contains("no reason given"));
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(halted()).isTrue();
    Files.delete(file);
    Files.createSymbolicLink(file, home.resolve("nowhere"));
    assertThat(halted()).isTrue();
    assertThat(halt().reason(Environment.LIVE, "7")).isPresent();
    halt().set(Environment.LIVE, "7", "again", time);
    assertThat(halted()).isTrue();
  }

  @Test
  void bytesThatAreNoTextHaltAndDoNotReachATerminal() throws IOException {
    Path file = Files.createDirectories(account()).resolve("HALT");
    Files.write(file, new byte[] {(byte) 0xff, 27, '[', '2', 'J', 'x', '\n', 'y'});
    assertThat(halted()).isTrue();
    assertThat(halt().reason(Environment.LIVE, "7").orElseThrow()).doesNotContain("\u001b", "\n");
  }

  @Test
  void anAccountDirectoryThatIsAFileOrADanglingLinkHalts() throws IOException {
    Files.createDirectories(state().root());
    Files.createFile(account());
    assertThat(halted()).isTrue();
    assertThat(halt().reason(Environment.LIVE, "7")).isPresent();
    Files.delete(account());
    Files.createSymbolicLink(account(), home.resolve("nowhere"));
    assertThat(halted()).isTrue();
  }

  @Test
  void aStateDirectoryThatIsADanglingLinkHalts() throws IOException {
    Files.createSymbolicLink(state().root(), home.resolve("nowhere"));
    assertThat(halted()).isTrue();
  }

  @Test
  void nothingCountsAsHaltedThatLeavesNoFile() throws IOException {
    Files.createFile(state().root());
    assertThatThrownBy(() -> halt().setAll("stop", time))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG));
    assertThatThrownBy(() -> halt().set(Environment.LIVE, "7", "stop", time))
        .isInstanceOf(Fault.class);
  }

  /// Where nobody can make a directory, whoever runs this.
  @Test
  void whereTheStateWasMovedToADiskThatTakesNothingTheHaltStandsAtTheUsualPlace() {
    assumeThat(Path.of("/proc/self")).isDirectory();
    Path unwritable = Path.of("/proc/okx-guard");
    Halt moved = new Halt(new StateDirectory(unwritable, home.resolve("state")));
    moved.set(Environment.LIVE, "7", "drawdown", time);
    assertThat(halted()).isTrue();
    assertThat(moved.reason(Environment.LIVE, "7").orElseThrow()).endsWith("drawdown");
    moved.setAll("stop", time);
    assertThat(halt().reasonForAll().orElseThrow()).endsWith("stop");
    Halt nowhere = new Halt(new StateDirectory(unwritable, unwritable.resolve("anchor")));
    assertThatThrownBy(() -> nowhere.setAll("stop", time))
        .isInstanceOfSatisfying(
            Fault.class, it -> assertThat(it.exitCode()).isEqualTo(ExitCode.CONFIG));
  }

  @Test
  void aUidIsLettersAndDigits() {
    for (String uid : new String[] {"", "../7", "a/b", "7 ", "é"}) {
      assertThatThrownBy(() -> state().account(Environment.LIVE, uid))
          .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.hint()).isNotEmpty());
    }
    assertThat(state().journal(Environment.PAPER, "42"))
        .isEqualTo(home.resolve("state/paper-42/journal"));
  }
}
