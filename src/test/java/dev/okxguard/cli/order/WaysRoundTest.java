package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody might try to get round a halt or a limit.
class WaysRoundTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;

  @BeforeEach
  void open() {
    okx = new Commands(home, time);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
  }

  private Commands anew() {
    return new Commands(home, time);
  }

  private static Commands.Run buy(Commands commands, String sz) {
    return commands.run(
        "--paper", "order", "place", "BTC-USDT", "--side", "buy", "--sz", sz, "--json");
  }

  private static List<String> denials(Commands.Run run) {
    return run.json().path("denials").valueStream().map(d -> d.path("code").asString()).toList();
  }

  @Test
  void movingTheStateLiftsNoHalt() throws IOException {
    Path state = Files.createDirectories(home.resolve(".okx/state"));
    Files.createFile(state.resolve("HALT"));
    Commands moved = anew().with("OKX_STATE_DIR", home.resolve("elsewhere").toString());
    assertThat(buy(moved, "20").code()).isEqualTo(11);
    Files.delete(state.resolve("HALT"));
    assertThat(buy(moved, "20").code()).isZero();
    assertThat(moved.run("--paper", "guard", "halt").code()).isZero();
    assertThat(buy(okx, "20").code()).isEqualTo(11);
  }

  @Test
  void movingTheStateForgetsNeitherMarksNorCooldown() {
    assertThat(buy(okx, "20").code()).isZero();
    Commands moved = anew().with("OKX_STATE_DIR", home.resolve("elsewhere").toString());
    for (int i = 0; i < 2; i++) {
      assertThat(denials(buy(moved, "21"))).containsExactly("POLICY_PROBLEM");
    }
    Commands.Run check = moved.run("--paper", "guard", "check");
    assertThat(check.code()).isEqualTo(6);
    assertThat(check.out()).contains("journals were kept in");
    assertThat(moved.run("--paper", "order", "cancel-all", "-y").code()).isZero();
    assertThat(buy(okx, "21").code()).isZero();
  }

  @Test
  void whereTheStateWasMovedFromTheStartGoingBackForgetsNothingEither() throws IOException {
    Commands moved = anew().with("OKX_STATE_DIR", home.resolve("elsewhere").toString());
    assertThat(buy(moved, "20").code()).isZero();
    assertThat(denials(buy(okx, "21"))).containsExactly("POLICY_PROBLEM");
    Files.createSymbolicLink(home.resolve("link"), home.resolve("elsewhere"));
    Commands linked = anew().with("OKX_STATE_DIR", home.resolve("link").toString());
    assertThat(buy(linked, "21").code()).isZero();
  }

  @Test
  void aPersonAcceptsTheNewPlace() {
    assertThat(buy(okx, "20").code()).isZero();
    Commands moved = anew().with("OKX_STATE_DIR", home.resolve("elsewhere").toString());
    assertThat(denials(buy(moved, "21"))).containsExactly("POLICY_PROBLEM");
    assertThat(moved.run("--paper", "guard", "limits", "--loosen").code()).isEqualTo(6);
    assertThat(denials(buy(moved, "21"))).containsExactly("POLICY_PROBLEM");
    Commands person =
        anew()
            .with("OKX_STATE_DIR", home.resolve("elsewhere").toString())
            .agreeing("a larger disk");
    Commands.Run run = person.run("--paper", "guard", "limits", "--loosen");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(buy(moved, "21").code()).isZero();
    assertThat(denials(buy(okx, "22"))).containsExactly("POLICY_PROBLEM");
  }

  @Test
  void aVariableTightensLimitsAndNeverRaisesThem() throws IOException {
    Path loose = home.resolve("loose.toml");
    Files.writeString(loose, "max_order_size = 5000\nmax_position_size = 5000\n");
    Commands looser = anew().with("OKX_GUARD", loose.toString());
    assertThat(denials(buy(looser, "150"))).contains("MAX_ORDER_SIZE", "MAX_POSITION_SIZE");
    Path tight = home.resolve("tight.toml");
    Files.writeString(tight, "max_order_size = 5\n");
    assertThat(denials(buy(anew().with("OKX_GUARD", tight.toString()), "20")))
        .containsExactly("MAX_ORDER_SIZE");
    assertThat(buy(okx, "20").code()).isZero();
  }

  @Test
  void aPolicyThatOthersMayWriteDeniesEntries() throws IOException {
    Path policy = Files.createDirectories(home.resolve(".okx")).resolve("guard.toml");
    Files.writeString(policy, "max_order_size = 50\n");
    assertThat(buy(okx, "20").code()).isZero();
    Files.setPosixFilePermissions(policy, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(denials(buy(okx, "21"))).contains("POLICY_PROBLEM");
  }

  @Test
  void ordersThatRestAreCountedWhenTheJournalIsGone() throws IOException {
    Path policy = Files.createDirectories(home.resolve(".okx")).resolve("guard.toml");
    Files.writeString(policy, "max_daily_trades = 1\n");
    String last =
        okx.run("--paper", "market", "ticker", "ETH-USDT", "--json")
            .json()
            .path(0)
            .path("last")
            .asString();
    String px = last.substring(0, last.indexOf('.'));
    String below = Integer.toString(Integer.parseInt(px) * 99 / 100);
    Commands.Run resting =
        okx.run(
            "--paper",
            "order",
            "place",
            "ETH-USDT",
            "--side",
            "buy",
            "--px",
            below,
            "--sz",
            "0.01",
            "--json");
    assertThat(resting.json().path("state").asString()).isEqualTo("live");
    forget(home.resolve(".okx/state"));
    assertThat(denials(buy(okx, "20"))).contains("MAX_DAILY_TRADES");
  }

  @Test
  void readOnlyHoldsForThePaperExchangeToo() {
    assertThat(okx.run("--read-only", "paper", "fund", "USDT", "1").code()).isEqualTo(6);
    assertThat(okx.run("--read-only", "paper", "reset").code()).isEqualTo(6);
    assertThat(okx.run("--read-only", "paper", "price", "BTC-USDT", "90000").code()).isEqualTo(6);
  }

  @Test
  void argumentsThatMeanNothingAreRefused() {
    Commands.Run leg =
        okx.run(
            "--paper",
            "order",
            "place",
            "BTC-USDT",
            "--side",
            "buy",
            "--sz",
            "5",
            "--posSide",
            "long");
    assertThat(leg.code()).isEqualTo(2);
    assertThat(okx.run("paper", "serve", "--port", "99999").code()).isEqualTo(2);
  }

  private static void forget(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
