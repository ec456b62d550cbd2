package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Environment;
import dev.okxguard.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
  private static final Secret KEY = new Secret("5c1d-key");

  @TempDir Path home;

  private Accounts accounts() {
    return new Accounts(new StateDirectory(home.resolve("state")));
  }

  @Test
  void aKeysAccountIsRememberedForItsEnvironment() {
    assertThat(accounts().recall(Environment.LIVE, KEY)).isEmpty();
    accounts().remember(Environment.LIVE, KEY, "7");
    assertThat(accounts().recall(Environment.LIVE, KEY)).contains("7");
    assertThat(accounts().recall(Environment.DEMO, KEY)).isEmpty();
    assertThat(accounts().recall(Environment.LIVE, new Secret("other"))).isEmpty();
    accounts().remember(Environment.LIVE, KEY, "8");
    assertThat(accounts().recall(Environment.LIVE, KEY)).contains("8");
  }

  @Test
  void theKeyItselfIsNowhereOnDisk() throws IOException {
    accounts().remember(Environment.LIVE, KEY, "7");
    try (var files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file.toString() + Files.readString(file)).doesNotContain(KEY.reveal());
      }
    }
  }

  @Test
  void nothingThatIsNoUidIsRememberedOrRecalled() throws IOException {
    accounts().remember(Environment.LIVE, KEY, "../x");
    assertThat(accounts().recall(Environment.LIVE, KEY)).isEmpty();
    accounts().remember(Environment.LIVE, KEY, "7");
    try (var files = Files.list(home.resolve("state/accounts"))) {
      Files.writeString(files.findFirst().orElseThrow(), "../x");
    }
    assertThat(accounts().recall(Environment.LIVE, KEY)).isEmpty();
  }

  @Test
  void aPlaceThatCannotBeWrittenStopsNothing() throws IOException {
    Files.createFile(home.resolve("state"));
    accounts().remember(Environment.LIVE, KEY, "7");
    assertThat(accounts().recall(Environment.LIVE, KEY)).isEmpty();
  }
}
