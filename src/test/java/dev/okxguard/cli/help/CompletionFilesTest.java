package dev.okxguard.cli.help;

import dev.okxguard.testing.Cli;
import dev.okxguard.testing.Golden;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletionFilesTest {
  @ParameterizedTest
  @CsvSource({"bash, okx.bash", "zsh, _okx", "fish, okx.fish"})
  void theCommittedScriptsAreThoseOfTheCommandTree(String shell, String file) {
    Golden.check(Path.of("completions", file), Completion.script(shell, Cli.tree()));
  }
}
