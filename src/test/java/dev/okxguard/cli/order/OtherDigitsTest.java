package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.Processes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// For users whose language writes numbers in other digits: what programs read has the usual ones.
final class OtherDigitsTest {
  @TempDir private Path home;
  private Processes okx;

  @BeforeEach
  void speakArabic() {
    okx = Processes.ofClasses(home, "-Duser.language=ar", "-Duser.country=EG");
  }

  @Test
  void anOrderIsPlacedAndTheJournalStaysSound() throws Exception {
    Commands.Run placed =
        run("order", "place", "ETH-USDT", "--side", "buy", "--sz", "20", "--json");
    assertThat(placed.code()).as(placed.toString()).isZero();
    assertThat(placed.json().path("outcome").asString()).isEqualTo("accepted");

    Commands.Run audit = run("audit", "verify", "--json");
    assertThat(audit.code()).as(audit.toString()).isZero();
    assertThat(audit.out()).containsPattern("\"records\": ?[1-9]");
  }

  private Commands.Run run(String... words) throws Exception {
    String[] paper = new String[words.length + 1];
    paper[0] = "--paper";
    System.arraycopy(words, 0, paper, 1, words.length);
    return okx.start(words[0], paper).end();
  }
}
