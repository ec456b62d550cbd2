package dev.okxguard.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is nobody else's business is taken out, and nothing else.
final class RedactionTest {
  private static Redaction of(String home, String uid) {
    return new Redaction(Optional.of(Path.of(home)), Optional.of(uid));
  }

  @Test
  void homeIsATildeOnlyWhereItIsHome() {
    Redaction al = of("/home/al", "612345678901234567");

    assertThat(al.text("/home/al/.okx and '/home/al'")).isEqualTo("~/.okx and '~'");
    assertThat(al.text("/home/alice/.okx")).isEqualTo("/home/alice/.okx");
  }

  @Test
  void aHomeAtTheRootTakesNoSlashAway() {
    assertThat(of("/", "1").text("/etc/okx")).isEqualTo("/etc/okx");
  }

  @Test
  void aUidKeepsItsEndAlone() {
    assertThat(of("/home/al", "612345678901234567").text("live-612345678901234567"))
        .isEqualTo("live-…4567");
    assertThat(Redaction.shortened("1234")).isEqualTo("…34");
  }
}
