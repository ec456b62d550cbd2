package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Environment;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A directory that takes no file must not keep a halt from standing where the journal takes it.
class HaltWithoutFileTest {
  @TempDir Path home;

  @Test
  void theJournalHaltsWhereNoHaltFileCanBeMade() throws IOException {
    Scene scene = new Scene(home);
    scene.rest("one");
    Path directory = scene.desk.state().account(Environment.PAPER, scene.desk.uid());
    Path aside = directory.resolveSibling("aside");
    try (PaperDesk.Process process = scene.desk.process();
        Account account = Account.enter(process.desk(), process.exchange().config())) {
      Files.move(directory, aside);
      Files.writeString(directory, "in the way");
      assertThat(account.halt("test")).contains("the halt file could NOT be made");
      Files.delete(directory);
      Files.move(aside, directory);
    }
    assertThat(directory.resolve("HALT")).doesNotExist();
    assertThat(scene.last("halted").data().path("reason").asString()).isEqualTo("test");
    try (PaperDesk.Process process = scene.desk.process();
        Account account = Account.enter(process.desk(), process.exchange().config())) {
      assertThat(account.halted())
          .hasValueSatisfying(reason -> assertThat(reason).startsWith("test"));
    }
  }
}
