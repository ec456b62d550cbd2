package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another `HOME` raises no limit of the owner and lifts no halt.
class MovedHomeTest {
  @TempDir Path directory;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands owner;
  private Commands moved;

  @BeforeEach
  void open() {
    owner = new Commands(directory.resolve("owner"), time);
    moved = new Commands(directory.resolve("moved"), time).livingIn(directory.resolve("owner"));
    assertThat(moved.run("paper", "reset", "--seed", "7").code()).isZero();
    moved.file(
        ".okx/guard.toml",
        "max_order_size = 5000\nmax_position_size = 5000\n[policy]\nstate_dir = '/nowhere'\n");
  }

  private Commands.Run buy(String sz) {
    return moved.run(
        "--paper", "order", "place", "BTC-USDT", "--side", "buy", "--sz", sz, "--json");
  }

  private List<String> denials(String sz) {
    return buy(sz)
        .json()
        .path("denials")
        .valueStream()
        .map(d -> d.path("code").asString())
        .toList();
  }

  @Test
  void theOwnersLimitsCount() {
    owner.file(".okx/guard.toml", "max_order_size = 50\n");
    assertThat(denials("60")).containsExactly("MAX_ORDER_SIZE");
    assertThat(denials("150")).contains("MAX_ORDER_SIZE", "MAX_POSITION_SIZE");
    assertThat(buy("20").code()).isZero();
    assertThat(directory.resolve("owner/.okx/state")).isDirectoryContaining(path -> named(path));
  }

  private static boolean named(Path account) {
    return account.getFileName().toString().startsWith("paper-")
        && Files.exists(account.resolve("policy.json"));
  }

  @Test
  void theOwnersHaltHolds() throws IOException {
    Files.createDirectories(directory.resolve("owner/.okx/state/HALT"));
    assertThat(buy("20").code()).isEqualTo(11);
  }

  @Test
  void anAccountAtOkxOnTheOwnersRecordCountsWithoutAnyPolicyThere() throws IOException {
    Files.createDirectories(directory.resolve("owner/.okx/state/live-7"));
    moved.file(".okx/guard.toml", "max_order_size = 150\nmax_position_size = 500\n");
    assertThat(buy("20").code()).isZero();
    assertThat(directory.resolve("owner/.okx/state")).isDirectoryContaining(path -> named(path));
  }

  @Test
  void whereTheOwnerLeftNothingTheOtherHomeIsAsGood() {
    moved.file(".okx/guard.toml", "max_order_size = 150\nmax_position_size = 500\n");
    assertThat(buy("140").code()).isZero();
    assertThat(directory.resolve("owner")).doesNotExist();
  }
}
