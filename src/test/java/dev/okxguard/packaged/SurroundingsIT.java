package dev.okxguard.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.packaged.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a command is started, and what the environment tells Java, raises no limit and lifts no
/// halt.
final class SurroundingsIT {
  private static final Object OKX = Image.built().launcher();
  private static final String LOOSE =
      "max_order_size = 9000\nmax_order_ratio = 1\nmax_position_size = 9000\n";

  @TempDir private Path root;
  private Shell shell;
  private Path elsewhere;

  @BeforeEach
  void start() throws IOException {
    shell = new Shell(root, "home");
    elsewhere = Files.createDirectory(root.resolve("elsewhere"));
    for (String name : new String[] {"guard.toml", ".okx/guard.toml", "etc/okx/guard.toml"}) {
      write(name, LOOSE);
    }
    write("config.toml", "[profiles.default]\ndemo = true\n");
    write(".okx/config.toml", "[profiles.default]\ndemo = true\n");
    write("tight.toml", "max_order_size = 5\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = elsewhere.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private Result buy(Path where, String amount) throws IOException, InterruptedException {
    return shell.runIn(
        where,
        OKX,
        "order",
        "place",
        "BTC-USDT",
        "--side",
        "buy",
        "--sz",
        amount,
        "--paper",
        "--json");
  }

  private static void denied(Result result, String code) {
    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(6);
    assertThat(result.out()).contains(code);
  }

  @Test
  void filesThatLieWhereACommandIsStartedAreNoLimits() throws Exception {
    denied(buy(elsewhere, "150"), "MAX_ORDER_SIZE");
    assertThat(buy(elsewhere, "20")).returns(0, Result::code);
    assertThat(elsewhere.resolve(".okx")).isDirectoryNotContaining("glob:**state");
  }

  @Test
  void aPolicyNamedFromHereLoosensNothingAndIsMissedWhereItIsNot() throws Exception {
    shell.with("OKX_GUARD", "guard.toml");
    denied(buy(elsewhere, "150"), "MAX_ORDER_SIZE");
    denied(buy(root, "20"), "POLICY_PROBLEM");
    shell.with("OKX_GUARD", "./tight.toml");
    denied(buy(elsewhere, "20"), "MAX_ORDER_SIZE");
    denied(buy(root, "20"), "POLICY_PROBLEM");
  }

  @Test
  void aStateDirectoryNamedFromHereIsRefused() throws Exception {
    for (String state : new String[] {"state", "./state", "../elsewhere/state", ""}) {
      shell.with("OKX_STATE_DIR", state);
      Result result = buy(elsewhere, "20");
      assertThat(result.code()).as(state).isEqualTo(3);
      assertThat(result.err()).contains("OKX_STATE_DIR");
    }
    assertThat(elsewhere.resolve("state")).doesNotExist();
  }

  @Test
  void aConfigurationNamedFromHereLiftsNoHalt() throws Exception {
    assertThat(shell.run(OKX, "--paper", "guard", "halt")).returns(0, Result::code);
    shell.with("OKX_CONFIG", "config.toml").with("OKX_PROFILE", "default");
    assertThat(buy(elsewhere, "20")).returns(11, Result::code);
    assertThat(shell.runIn(elsewhere, OKX, "--paper", "--config", "config.toml", "guard", "check"))
        .returns(11, Result::code);
    assertThat(buy(root, "20")).returns(3, Result::code);
  }

  @Test
  void aHomeNamedFromHereIsRefused() throws Exception {
    shell.with("HOME", ".");
    assertThat(buy(elsewhere, "20")).returns(3, Result::code);
    assertThat(elsewhere.resolve(".okx")).isDirectoryNotContaining("glob:**state");
  }

  @Test
  void whereTheWorkingDirectoryIsGoneTradingIsStillStopped() throws Exception {
    String gone = "/bin/mkdir gone && cd gone && /bin/rmdir ../gone && ";
    for (String again : new String[] {"", "/bin/mkdir ../gone && "}) {
      Result killed = shell.run("/bin/sh", "-c", gone + again + OKX + " --paper guard kill");
      assertThat(killed.code()).as(killed.err()).isEqualTo(0);
      assertThat(buy(root, "20")).returns(11, Result::code);
      Files.deleteIfExists(shell.home().resolve("gone"));
    }
  }

  @Test
  void closedStreamsLetNoTextIntoTheStateNorFilesIntoTheInput() throws Exception {
    String okx = "'" + OKX + "' --paper ";
    assertThat(shell.run("/bin/sh", "-c", okx + "order place BTC-USDT --side buy --sz 20"))
        .returns(0, Result::code);
    Result closed = shell.run("/bin/sh", "-c", okx + "reconcile <&- >&- 2>&-");
    assertThat(closed.code()).isZero();
    assertThat(shell.home().resolve(".okx/paper/lock")).isEmptyFile();
    Result nothing = shell.run("/bin/sh", "-c", okx + "order batch --action place --orders - <&-");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("there are no orders");
  }

  @Test
  void javaOptionsOfTheEnvironmentLoosenNothing() throws Exception {
    assertThat(buy(root, "20")).returns(0, Result::code);
    assertThat(shell.run(OKX, "--paper", "guard", "halt")).returns(0, Result::code);
    String options =
        "-Dokx.terminal=1 -Duser.home=" + elsewhere + " --patch-module=java.base=" + elsewhere;
    for (String name : new String[] {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"}) {
      shell.with(name, options);
    }
    Result resumed = shell.run(OKX, "--paper", "guard", "resume", "--reason", "looked");
    assertThat(resumed.code()).as(resumed.err()).isEqualTo(6);
    assertThat(resumed.err()).contains("a person must run").doesNotContain("patch", "Picked up");
    assertThat(buy(elsewhere, "20")).returns(11, Result::code);
    assertThat(shell.run(OKX, "--paper", "guard", "limits").out())
        .containsPattern("limits.max_order_size +100 +default");
  }
}
