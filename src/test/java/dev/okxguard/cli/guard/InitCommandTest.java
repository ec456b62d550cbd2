package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A policy from a few questions.
class InitCommandTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Path policy;

  @BeforeEach
  void places() {
    policy = home.resolve(".okx/guard.toml");
  }

  private Commands okx() {
    return new Commands(home, time);
  }

  /// Answers one after the other, then whatever phrase is asked for.
  private static UnaryOperator<String> answers(String... lines) {
    Deque<String> left = new ArrayDeque<>(List.of(lines));
    return said -> left.isEmpty() ? phrase(said) : left.pop();
  }

  private static String phrase(String said) {
    return said.substring(said.lastIndexOf("type exactly: ") + 14)
        .lines()
        .findFirst()
        .orElse("")
        .strip();
  }

  private String value(String key) {
    return okx()
        .run("--paper", "guard", "limits", "--json")
        .json()
        .path("limits")
        .valueStream()
        .filter(limit -> limit.path("key").asString().equals(key))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asString();
  }

  @Test
  void whoCallsItThroughSudoWritesNoPolicyOfTheOwner() {
    Commands caller = okx().with("SUDO_UID", "64321").with("SUDO_USER", "agent");
    Commands.Run run = caller.agreeing("x").run("guard", "init");
    assertThat(run.code()).as(run.toString()).isEqualTo(6);
    assertThat(policy).doesNotExist();
  }

  @Test
  void printingGivesAPolicyThatMayBeUsedAsItIs() throws IOException {
    Commands.Run run = okx().run("guard", "init", "--print");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("# ").contains("\nmax_order_size = 100  # USD per order\n");
    okx().file(".okx/guard.toml", run.out());
    assertThat(okx().run("--paper", "guard", "limits", "--json").json().path("problems")).isEmpty();
    assertThat(Files.readString(policy)).isEqualTo(run.out());
  }

  @Test
  void withoutATerminalItPointsToPrinting() {
    Commands.Run run = okx().run("guard", "init");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--print");
    assertThat(policy).doesNotExist();
  }

  @Test
  void answersAndProposalsAreWrittenPrivatelyAndInForce() throws IOException {
    Commands.Run run =
        okx()
            .answering(
                answers("5000", "", "700", "many", "9", "", "SPOT,SWAP", "always", "", "write"))
            .run("guard", "init");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("Largest order in USD [100]", "it must be a number", "[limits]");
    assertThat(run.out()).contains("written", "sudo install -D -o root -g root -m 644", "sudoers");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(policy)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(policy.getParent())))
        .isEqualTo("rwx------");
    assertThat(value("limits.max_order_size")).isEqualTo("100");
    assertThat(value("limits.max_position_size")).isEqualTo("700");
    assertThat(value("limits.max_daily_trades")).isEqualTo("9");
    assertThat(value("breakers.max_daily_loss_ratio")).isEqualTo("0.03");
    assertThat(value("limits.inst_types")).isEqualTo("SPOT SWAP");
    assertThat(value("limits.require_stop_loss")).isEqualTo("always");
  }

  @Test
  void anExistingFileIsReplacedOnlyOnItsWordAndKept() throws IOException {
    okx().file(".okx/guard.toml", "max_order_size = 5\n");
    String[] all = {"", "", "", "", "", "", "", "", "write"};
    assertThat(okx().answering(answers(all)).run("guard", "init").code()).isEqualTo(6);
    assertThat(Files.readString(policy)).isEqualTo("max_order_size = 5\n");
    all[8] = "replace";
    Commands.Run run = okx().answering(answers(all)).run("guard", "init", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    Path kept = Path.of(run.json().path("backup").asString());
    assertThat(kept).hasFileName("guard.toml.bak-20261121T100000Z");
    assertThat(Files.readString(kept)).isEqualTo("max_order_size = 5\n");
  }

  @Test
  void whoOnlyReachesTheOwnerThroughSudoWritesNoPolicy() throws IOException {
    okx().file(".okx/guard.toml", "max_order_size = 5\n");
    String[] all = {"", "900", "", "", "", "", "", "", "replace"};
    Commands agent = okx().with("SUDO_UID", "4242").with("SUDO_USER", "bot");
    Commands.Run run = agent.answering(answers(all)).run("guard", "init");
    assertThat(run.code()).as(run.toString()).isEqualTo(6);
    assertThat(run.err()).contains("sudo was called by");
    assertThat(Files.readString(policy)).isEqualTo("max_order_size = 5\n");
    assertThat(policy.getParent()).isDirectoryNotContaining("glob:**.bak-*");
  }

  @Test
  void yesDoesNotStandForThePersonWhoWritesAPolicy() {
    String[] all = {"", "900", "", "", "", "", "", "", "write"};
    assertThat(okx().answering(answers(all)).run("guard", "init", "-y").code()).isEqualTo(6);
    assertThat(policy).doesNotExist();
  }

  @Test
  void anEndOfInputWritesNothing() {
    assertThat(okx().typing("5000\n").run("guard", "init").code()).isEqualTo(130);
    assertThat(policy).doesNotExist();
  }

  @Test
  void whatIsLooserHoldsAtOnceForThePersonWhoChoseIt() {
    assertThat(okx().run("paper", "reset", "--seed", "7").code()).isZero();
    okx().file(".okx/guard.toml", "max_order_size = 5\n");
    assertThat(
            okx().run("--paper", "order", "place", "BTC-USDT", "--side", "buy", "--sz", "5").code())
        .isZero();
    String[] all = {"", "70", "", "", "", "", "", "", "replace"};
    Commands.Run run = okx().answering(answers(all)).run("--paper", "guard", "init", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.json().path("inForce").asBoolean()).isTrue();
    assertThat(value("limits.max_order_size")).isEqualTo("70");
  }

  @Test
  void whoDoesNotConfirmMayWriteButWaits() {
    assertThat(okx().run("paper", "reset", "--seed", "7").code()).isZero();
    okx().file(".okx/guard.toml", "max_order_size = 5\n");
    assertThat(
            okx().run("--paper", "order", "place", "BTC-USDT", "--side", "buy", "--sz", "5").code())
        .isZero();
    String[] all = {"", "70", "", "", "", "", "", "", "replace", "no"};
    Commands.Run run = okx().answering(answers(all)).run("--paper", "guard", "init", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.json().path("inForce").asBoolean()).isFalse();
    assertThat(value("limits.max_order_size")).isEqualTo("5");
  }
}
