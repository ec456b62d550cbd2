package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// While reducing, positions get smaller and nothing else happens; and an account keeps the modes
/// it was first seen with.
class ReducingTest {
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
    assertThat(order("buy", "0.02", "--sl", "60000").code()).isZero();
    account = desk.state().account(Environment.PAPER, desk.uid());
  }

  private Commands.Run order(String side, String sz, String... more) {
    time.advance(Duration.ofMinutes(2));
    List<String> line =
        new java.util.ArrayList<>(
            List.of("--paper", "order", "place", "BTC-USDT-SWAP", "--side", side, "--sz", sz));
    line.addAll(List.of(more));
    return okx.run(line.toArray(String[]::new));
  }

  private void reduce() {
    Commands.Run run = okx.run("--paper", "guard", "halt", "--reducing", "--reason", "calm");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.out()).contains("reducing");
  }

  private void refused(Commands.Run run) {
    assertThat(run.code()).as(run.toString()).isEqualTo(6);
    assertThat(run.toString()).contains("calm");
  }

  @Test
  void onlyWhatReducesGoes() {
    reduce();
    refused(order("buy", "0.01", "--sl", "60000"));
    refused(order("sell", "0.05", "--sl", "200000"));
    Commands.Run sell = order("sell", "0.01");
    assertThat(sell.code()).as(sell.toString()).isZero();
    Commands.Run close = okx.run("--paper", "order", "close", "BTC-USDT-SWAP");
    assertThat(close.code()).as(close.toString()).isZero();
    refused(okx.run("--paper", "guard", "check"));
  }

  @Test
  void onlyAPersonEndsIt() throws IOException {
    reduce();
    Files.delete(account.resolve("REDUCING"));
    refused(order("buy", "0.01", "--sl", "60000"));
    Commands.Run run = okx.agreeing("fine").run("--paper", "guard", "resume", "--reason", "fine");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(order("buy", "0.01", "--sl", "60000").code()).isZero();
  }

  @Test
  void aFileMadeByHandNarrowsWhateverItIs() throws IOException {
    for (Path file : List.of(account.resolve("REDUCING"), account.resolveSibling("REDUCING"))) {
      Files.createDirectory(file);
      assertThat(order("buy", "0.01", "--sl", "60000").code()).isEqualTo(6);
      Files.delete(file);
      Files.createSymbolicLink(file, home.resolve("nowhere"));
      assertThat(order("buy", "0.01", "--sl", "60000").code()).isEqualTo(6);
      Files.delete(file);
    }
    assertThat(order("buy", "0.01", "--sl", "60000").code()).isZero();
  }

  @Test
  void aHaltGoesFirst() {
    reduce();
    assertThat(okx.run("--paper", "guard", "halt").code()).isZero();
    assertThat(order("buy", "0.01").code()).isEqualTo(11);
    assertThat(okx.run("--paper", "guard", "status", "--json").json().path("state").asString())
        .isEqualTo("halted");
  }

  @Test
  void leverageMayOnlyBeLowered() {
    reduce();
    Commands.Run down = leverage("1");
    assertThat(down.code()).as(down.toString()).isZero();
    refused(leverage("2"));
    Commands.Run mode = okx.run("--paper", "account", "set-position-mode", "--posMode", "net_mode");
    refused(mode);
  }

  private Commands.Run leverage(String lever) {
    time.advance(Duration.ofSeconds(3));
    return okx.run(
        "--paper",
        "account",
        "set-leverage",
        "--instId",
        "BTC-USDT-SWAP",
        "--lever",
        lever,
        "--mgnMode",
        "isolated");
  }

  private List<Record> pins() {
    return desk.records().stream().filter(it -> it.type().equals("pinned")).toList();
  }

  @Test
  void modesAreOnRecordOnce() {
    assertThat(order("buy", "0.01", "--sl", "60000").code()).isZero();
    assertThat(pins()).hasSize(1);
    assertThat(pins().getFirst().data().path("posMode").asString()).isEqualTo("net_mode");
  }
}
