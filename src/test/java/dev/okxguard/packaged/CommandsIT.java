package dev.okxguard.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.packaged.Shell.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands of the assembled image do what they do in process, and their exit codes get through.
final class CommandsIT {
  private static final Object OKX = Image.built().launcher();
  private static final int TERMINATED = 128 + 15;

  @TempDir private Path root;
  private Shell shell;

  @BeforeEach
  void start() throws IOException {
    shell = new Shell(root, "a home with spaces");
  }

  private Result buy(String amount) throws IOException, InterruptedException {
    return shell.run(
        OKX, "order", "place", "BTC-USDT", "--side", "buy", "--sz", amount, "--paper", "--json");
  }

  @Test
  void saysItsVersionAndThatOfItsOwnJava() throws Exception {
    Result result = shell.run(OKX, "--version");
    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("okx-guard ").contains("Java 25");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void theTourEndsWellAndLeavesNothingBehind() throws Exception {
    Result result = shell.run(OKX, "tour");
    assertThat(result).returns(0, Result::code).returns("", Result::err);
    assertThat(shell.home()).isEmptyDirectory();
  }

  @Test
  void anAcceptedOrderIsAcceptedOnceAndListedNoMore() throws Exception {
    Result result = buy("20");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("\"outcome\": \"accepted\"", "\"state\": \"filled\"");
    assertThat(shell.run(OKX, "audit", "verify", "--paper")).returns(0, Result::code);
  }

  @Test
  void aDeniedOrderExitsWithSix() throws Exception {
    Result result = buy("5000");
    assertThat(result.code()).isEqualTo(6);
    assertThat(result.out()).contains("\"outcome\": \"denied\"", "MAX_ORDER_SIZE");
  }

  @Test
  void aClosedPipeEndsACommandQuietly() throws Exception {
    String pipe = "\"$0\" help exit-codes | head -n 1";
    Result result = shell.run("/bin/sh", "-c", pipe, OKX);
    assertThat(result.code()).isZero();
    assertThat(result.out().lines()).hasSize(1);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void anOutputNobodyReadsEndsACommandQuietly() throws Exception {
    String closed = "{ \"$0\" help exit-codes; echo \"$?\" >&2; } | head -n 0";
    Result result = shell.run("/bin/sh", "-c", closed, OKX);
    assertThat(result.err()).isEqualTo("0\n");
  }

  @Test
  void aFullDiskUnderTheOutputIsNoSuccessOfARead() throws Exception {
    assertThat(buy("20").code()).isZero();
    String export = "\"$0\" audit export --format csv --paper > /dev/full";
    Result result = shell.run("/bin/sh", "-c", export, OKX);
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).contains("the result could not be written: No space left on device");
  }

  @Test
  void norDoesItHideThatAnOrderWasTaken() throws Exception {
    String order = "\"$0\" order place BTC-USDT --side buy --sz 20 --paper > /dev/full";
    Result result = shell.run("/bin/sh", "-c", order, OKX);
    assertThat(result.code()).isZero();
    assertThat(result.err()).contains("the result could not be written: No space left on device");
  }

  @Test
  void norThatTradingIsHalted() throws Exception {
    String halt = "\"$0\" guard halt > /dev/full";
    Result result = shell.run("/bin/sh", "-c", halt, OKX);
    assertThat(result.code()).isZero();
    assertThat(result.err())
        .contains("What was done stands, but the result could not be written: No space left");
  }

  @Test
  void aTerminatedPaperServerEndsAndKeepsItsState() throws Exception {
    assertThat(buy("20").code()).isZero();
    Process server = shell.start(OKX, "paper", "serve", "--port", "0");
    try (BufferedReader out = server.inputReader()) {
      assertThat(out.readLine()).startsWith("{\"url\":\"http://127.0.0.1:");
      server.destroy();
      assertThat(Shell.end(server)).isEqualTo(TERMINATED);
    }
    Result result = shell.run(OKX, "account", "balance", "--paper");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("BTC");
  }
}
