package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Record;
import dev.okxguard.model.Environment;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A halt ends when a person says so, and in no other way.
class ResumeTest {
  private static final String[] RESUME = {"--paper", "guard", "resume", "--reason", "looked"};

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;
  private PaperDesk desk;
  private Path account;

  @BeforeEach
  void open() {
    okx = new Commands(home, time);
    desk = new PaperDesk(home.resolve(".okx"), time, 7);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
    assertThat(buy().code()).isZero();
    account = desk.state().account(Environment.PAPER, desk.uid());
  }

  private Commands.Run buy() {
    time.advance(Duration.ofMinutes(2));
    return okx.run("--paper", "order", "place", "BTC-USDT", "--side", "buy", "--sz", "20");
  }

  private void halt(String... more) {
    String[] line = {"--paper", "guard", "halt"};
    Commands.Run run = okx.run(Stream.of(line, more).flatMap(Stream::of).toArray(String[]::new));
    assertThat(run.code()).as(run.toString()).isZero();
  }

  private Commands.Run resume(String... line) {
    return okx.agreeing("looked").run(line.length == 0 ? RESUME : line);
  }

  private List<String> types() {
    return desk.records().stream().map(Record::type).toList();
  }

  @Test
  void anEmptyFileMadeByHandIsLiftedLikeAnyOther() throws IOException {
    Files.createFile(home.resolve(".okx/state/HALT"));
    assertThat(buy().code()).isEqualTo(11);
    Commands.Run run = resume("guard", "resume", "--all", "--reason", "looked");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(buy().code()).isZero();
  }

  @Test
  void whatRefusesNamesTheCommandThatLiftsIt() {
    assertThat(buy().code()).isZero();
    halt();
    assertThat(buy().out()).contains("on a terminal: okx --paper guard resume\n");
    assertThat(okx.run("guard", "halt", "--all").code()).isZero();
    assertThat(buy().out()).contains("on a terminal: okx guard resume --all\n");
    assertThat(okx.run("--paper", "diagnose").out())
        .contains("a person ends that: okx guard resume --all");
  }

  @Test
  void aStateDirectoryNamedInOnesOwnPolicyLeavesNoHaltBehind() {
    halt();
    okx.file(".okx/guard.toml", "[policy]\nstate_dir = '" + home.resolve("other") + "'\n");
    assertThat(buy().code()).isEqualTo(11);
  }

  @Test
  void whatIsHaltedIsNotMerelyReducing() {
    halt("--reason", "news");
    Commands.Run run = okx.run("--paper", "guard", "halt", "--reducing", "--json");
    assertThat(run.json().path("state").asString()).isEqualTo("halted");
  }

  @Test
  void aPersonResumesAndTheReasonIsOnRecord() {
    halt("--reason", "news");
    assertThat(buy().code()).isEqualTo(11);
    Commands.Run run = resume();
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("news", "open intents: 0", "Measured anew", "type exactly");
    assertThat(run.out()).contains("active").contains("resumed");
    Record last = desk.records().getLast();
    assertThat(last.type()).isEqualTo("resumed");
    assertThat(last.data().path("reason").asString()).isEqualTo("looked");
    assertThat(last.data().path("by").asString()).isNotBlank();
    assertThat(buy().code()).isZero();
  }

  @Test
  void theDocumentIsAloneOnStandardOutput() {
    halt();
    JsonNode json = resume("--paper", "guard", "resume", "--json").json();
    assertThat(json.path("state").asString()).isEqualTo("active");
    assertThat(json.path("resumed").asBoolean()).isTrue();
    assertThat(json.path("reason").asString()).isEqualTo("looked");
    assertThat(json.path("uid").asString()).isEqualTo(desk.uid());
  }

  @Test
  void nothingToResumeAsksNothing() {
    Commands.Run run = okx.run(RESUME);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("nothing to resume").contains("active");
    assertThat(types()).doesNotContain("resumed");
  }

  @Test
  void noPipeAndNoYesResumes() {
    halt();
    for (String input :
        List.of("", "y\n", "yes\nyes\n", "resume paper " + desk.uid() + " ABCD\n")) {
      Commands.Run piped = okx.piping(input).run(RESUME);
      assertThat(piped.code()).as(piped.toString()).isEqualTo(6);
      assertThat(piped.err()).contains("a person must run");
    }
    Commands.Run yes = resume("--paper", "guard", "resume", "-y", "--reason", "x");
    assertThat(yes.code()).isEqualTo(6);
    Commands caller = new Commands(home, time).with("SUDO_UID", "64321").agreeing("x");
    assertThat(caller.run(RESUME).code()).isEqualTo(6);
    assertThat(okx.piping("").run("--paper", "guard", "check").code()).isEqualTo(11);
    assertThat(types()).doesNotContain("resumed");
  }

  @Test
  void takingTheFileAwayResumesNothing() throws IOException {
    halt("--reason", "news");
    Files.delete(account.resolve("HALT"));
    Commands.Run run = buy();
    assertThat(run.code()).isEqualTo(11);
    assertThat(run.toString()).contains("news", "nobody resumed");
    assertThat(resume().code()).isZero();
    assertThat(buy().code()).isZero();
  }

  @Test
  void aFileMadeByHandIsObeyedWhileItIsThere() throws IOException {
    for (Path file : List.of(account.resolve("HALT"), account.resolveSibling("HALT"))) {
      Files.createFile(file);
      assertThat(buy().code()).isEqualTo(11);
      Files.delete(file);
      assertThat(buy().code()).isZero();
    }
  }

  @Test
  void aHaltOfAnyKindOfFileCanBeResumed() throws IOException {
    Path file = account.resolve("HALT");
    Files.createDirectory(file);
    Files.createFile(file.resolve("something"));
    assertThat(buy().code()).isEqualTo(11);
    assertThat(resume().code()).isZero();
    assertThat(buy().code()).isZero();
    Files.createSymbolicLink(file, home.resolve("nowhere"));
    assertThat(buy().code()).isEqualTo(11);
    Commands.Run run = resume();
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(buy().code()).isZero();
  }

  @Test
  void movingTheStateDirectoryLiftsNoHalt() throws IOException {
    halt("--reason", "news");
    okx.with("OKX_STATE_DIR", home.resolve("elsewhere").toString());
    assertThat(buy().code()).isEqualTo(11);
    Files.delete(account.resolve("HALT"));
    Commands.Run run = buy();
    assertThat(run.code()).as(run.toString()).isEqualTo(11);
    assertThat(run.toString()).contains("news", "OKX_STATE_DIR");
    assertThat(resume().out()).contains("halted");
    assertThat(buy().code()).isEqualTo(11);
  }

  @Test
  void whatWasHaltedAgainWhileThePersonReadStays() {
    halt("--reason", "first");
    String[] again = {"--paper", "guard", "halt", "--reason", "second"};
    Commands other = new Commands(home, time);
    Commands.Run run =
        okx.answering(
                said -> {
                  time.advance(Duration.ofSeconds(1));
                  assertThat(other.run(again).code()).isZero();
                  return Commands.phrase(said);
                })
            .run(RESUME);
    assertThat(run.code()).as(run.toString()).isEqualTo(11);
    assertThat(run.err()).contains("halted again");
    assertThat(types()).doesNotContain("resumed");
    assertThat(buy().code()).isEqualTo(11);
    assertThat(resume().code()).isZero();
  }

  @Test
  void aBusyAccountIsNotResumed() {
    halt();
    AccountLock held = AccountLock.acquire(account, Duration.ZERO, time);
    try (held) {
      Commands.Run run = resume();
      assertThat(run.code()).as(run.toString()).isEqualTo(10);
    }
    assertThat(buy().code()).isEqualTo(11);
  }

  @Test
  void aHaltWhoseAccountIsBusyIsInForceAndOnRecordAllTheSame() throws IOException {
    AccountLock held = AccountLock.acquire(account, Duration.ZERO, time);
    try (held) {
      Commands.Run run = okx.run("--paper", "guard", "halt");
      assertThat(run.code()).isZero();
      assertThat(run.out()).doesNotContain("not in the journal");
    }
    Files.delete(account.resolve("HALT"));
    assertThat(buy().code()).isEqualTo(11);
    assertThat(resume().code()).isZero();
    assertThat(buy().code()).isZero();
  }

  @Test
  void aBrokenJournalIsMendedFirst() throws IOException {
    halt();
    Path journal = account.resolve("journal");
    Path segment;
    try (var files = Files.list(journal)) {
      segment = files.filter(f -> f.toString().endsWith(".ndjson")).findFirst().orElseThrow();
    }
    Files.writeString(segment, Files.readString(segment).replaceFirst("\"seq\":1", "\"seq\":9"));
    Commands.Run run = resume();
    assertThat(run.code()).as(run.toString()).isEqualTo(9);
    assertThat(run.err()).contains("mv " + journal);
    Files.move(journal, account.resolve("journal.broken"));
    assertThat(buy().code()).isEqualTo(11);
    assertThat(resume().code()).isZero();
    assertThat(buy().code()).isZero();
  }

  @Test
  void aHaltOfAllAccountsIsLiftedAsOne() throws IOException {
    halt("--all", "--reason", "enough");
    Commands.Run one = resume();
    assertThat(one.code()).isEqualTo(11);
    assertThat(one.err()).contains("guard resume --all");
    Files.delete(account.resolveSibling("HALT"));
    assertThat(buy().code()).isEqualTo(11);
    okx.file(".okx/config.toml", "this is [not toml\n");
    Commands.Run run = resume("guard", "resume", "--all", "--reason", "fine");
    assertThat(run.code()).as(run.toString()).isZero();
    Files.delete(home.resolve(".okx/config.toml"));
    assertThat(buy().code()).isZero();
  }

  @Test
  void liftingTheHaltOfAllLeavesAnAccountsOwn() {
    halt("--reason", "mine");
    halt("--all", "--reason", "everyone");
    Commands.Run run = resume("guard", "resume", "--all", "--reason", "fine", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.json().path("stopped").path(0).path("reason").asString()).contains("mine");
    assertThat(buy().toString()).contains("mine");
    assertThat(resume().code()).isZero();
    assertThat(buy().code()).isZero();
  }
}
