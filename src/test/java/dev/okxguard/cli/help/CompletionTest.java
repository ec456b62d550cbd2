package dev.okxguard.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Cli;
import dev.okxguard.testing.SampleReads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class CompletionTest {
  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void everyScriptKnowsEveryCommandOptionAndWord(String shell) {
    String script = Completion.script(shell, Cli.tree());

    check(script, Cli.tree());
  }

  private static void check(String script, CommandLine line) {
    assertThat(script).contains(line.getCommandName());
    for (OptionSpec option : line.getCommandSpec().options()) {
      assertThat(script).contains(option.longestName().substring(2));
      Completion.words(option).forEach(word -> assertThat(script).contains(word));
    }
    line.getSubcommands().values().forEach(child -> check(script, child));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void theCommandPrintsTheScriptUnchanged(String shell) {
    Cli.Result result = Cli.over(new SampleReads()).run("completion", shell);

    assertThat(result.code()).isZero();
    assertThat(result.out().strip()).isEqualTo(Completion.script(shell, Cli.tree()).strip());
  }

  @Test
  void anotherShellIsAUsageFaultListingTheKnownOnes() {
    Cli.Result result = Cli.over(new SampleReads()).run("completion", "tcsh");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("'tcsh' is not one of bash, zsh, fish");
  }

  @Test
  void zshQuotesWhatItsOwnSyntaxWouldMisread() {
    String script = new ZshCompletion(awkward()).script();

    assertThat(script).contains("'(--it)--it=[it'\\''s \\[a\\]\\: b]:X\\:Y:'");
  }

  @Test
  void fishQuotesWhatItsOwnSyntaxWouldMisread() {
    String script = new FishCompletion(awkward()).script();

    assertThat(script).contains("complete -c awkward -l it -x -d 'it\\'s [a]: b'");
  }

  private static CommandSpec awkward() {
    return CommandSpec.create()
        .name("awkward")
        .addOption(
            OptionSpec.builder("--it")
                .type(String.class)
                .arity("1")
                .paramLabel("X:Y")
                .description("it's [a]: b")
                .build());
  }
}
