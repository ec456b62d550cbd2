package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.ExitCode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTest {

  @Test
  void everythingLiesBelowTheHomeOfTheEnvironment() {
    assertThat(Home.of(Map.of("HOME", "/h")))
        .isEqualTo(
            new Home(
                Path.of("/h/.okx"),
                Path.of("/h/.okx/state"),
                Path.of("/h/.okx/paper"),
                Path.of("/h/.okx/guard.toml")));
  }

  @ParameterizedTest
  @CsvSource({"/var/okx, /var/okx", "~/s, /h/s", "/a/../b, /b"})
  void theEnvironmentMayMoveTheState(String text, Path expected) {
    assertThat(Home.of(Map.of("HOME", "/h", "OKX_STATE_DIR", text)).state()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "state", "./state", "a\0b"})
  void anUnusableStateDirectoryIsRefused(String text) {
    assertThat(Desk.faultOf(() -> Home.of(Map.of("HOME", "/h", "OKX_STATE_DIR", text))))
        .hasMessageStartingWith("OKX_STATE_DIR");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "relative"})
  void withoutAHomeThereIsNoPlace(String home) {
    Map<String, String> env = new HashMap<>();
    if (home != null) {
      env.put("HOME", home);
    }
    assertThat(Desk.faultOf(() -> Home.of(env)).exitCode()).isEqualTo(ExitCode.CONFIG);
  }
}
