package dev.okxguard.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.model.ExitCode;
import dev.okxguard.testing.Cli;
import dev.okxguard.testing.Golden;
import dev.okxguard.testing.SampleReads;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

final class HelpTest {
  private static final Cli CLI = Cli.over(new SampleReads());

  @ParameterizedTest
  @ValueSource(strings = {"exit-codes", "environment", "config", "json", "diagnose"})
  void eachTopicIsPrintedWithoutEnvironmentLine(String topic) {
    Cli.Result result = CLI.run("help", topic);

    assertThat(result.code()).isZero();
    Golden.check("help-" + topic + ".txt", result.out());
  }

  @Test
  void helpAndCompletionWorkWithAnUnusableConfiguration() {
    Cli broken =
        new Cli(
            (_, console) -> new UnusableSession(console), Map.of("OKX_CONFIG", "/does/not/exist"));

    for (String line :
        new String[] {"help", "help config", "help market ticker", "completion fish", "--help"}) {
      assertThat(broken.run(line.split(" ")).code()).as(line).isZero();
    }
    assertThat(broken.run("market", "ticker", "BTC-USDT").code())
        .isEqualTo(ExitCode.CONFIG.number());
  }

  @Test
  void theExitCodeTableHoldsEveryCodeAsJsonToo() {
    String json = CLI.run("help", "exit-codes", "--json").out();

    assertThat(JsonMapper.builder().build().readTree(json).valueStream())
        .extracting(row -> row.get("word").asString())
        .containsExactlyElementsOf(Arrays.stream(ExitCode.values()).map(ExitCode::word).toList());
  }

  @Test
  void helpOfNothingIsTheUsageOfTheProgram() {
    assertThat(CLI.run("help").out()).isEqualTo(CLI.run("--help").out()).contains("market");
  }

  @Test
  void helpOfACommandIsItsOwnHelp() {
    assertThat(CLI.run("help", "market", "candles").out())
        .isEqualTo(CLI.run("market", "candles", "--help").out());
    Golden.check("help-market-candles.txt", CLI.run("market", "candles", "--help").out());
    Golden.check("help-market.txt", CLI.run("market", "--help").out());
  }

  @Test
  void helpOnNothingKnownIsAUsageFaultNamingTheTopics() {
    Cli.Result result = CLI.run("help", "market", "tickr");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("market tickr", "exit-codes, environment, config, json");
  }

  @Test
  void everyLeafExplainsItselfWithOptionsExitCodesAndExamplesThatParse() {
    eachLeaf(Cli.tree(), HelpTest::checkLeaf);
  }

  private static void checkLeaf(CommandLine leaf) {
    String name = leaf.getCommandSpec().qualifiedName();
    String usage = leaf.getUsageMessage();

    assertThat(usage).as(name).contains("Exit codes:", "Examples:", "  2  usage", " 130  ");
    assertThat(usage).as(name).doesNotContain("${", "--profile");
    assertThat(leaf.getCommandSpec().usageMessage().description()).as(name).isNotEmpty();
    String[] examples = leaf.getCommandSpec().usageMessage().footer();
    assertThat(examples).as(name).isNotEmpty();
    String verb = Pattern.quote(name.substring("okx ".length()));
    Pattern start =
        Pattern.compile("(source <\\()?okx( --(paper|demo|live|profile \\S+))* " + verb + "\\b.*");
    assertThat(examples).as(name).allMatch(example -> start.matcher(example).matches());
  }

  @ParameterizedTest
  @CsvSource({
    "audit verify, 3 4 7 9 10",
    "audit show, 3 4 7 9 10",
    "audit export, 3 4 7 9 10",
    "guard halt, 3",
    "guard status, 3",
    "paper status, 3 10",
    "paper serve, 3 10",
    "paper replay, 3 6 10",
    "paper fund, 3 6 10",
    "completion, 3"
  })
  void theHelpOfAVerbOnOnesOwnMachineListsWhatItCanEndWith(String verb, String codes) {
    String usage = CLI.run((verb + " --help").split(" ")).out();

    for (String code : codes.split(" ")) {
      ExitCode listed = ExitCode.values()[Integer.parseInt(code)];
      assertThat(usage).as(verb).containsPattern("(?m)^ +" + code + "  " + listed.word() + " ");
    }
  }

  private static boolean writes(CommandLine leaf) {
    return leaf.getCommand().getClass().getAnnotation(Reach.class).value() == Reach.Kind.WRITE;
  }

  private static void eachLeaf(CommandLine line, Consumer<CommandLine> check) {
    if (line.getSubcommands().isEmpty() || line.getCommand() instanceof BaseCommand) {
      check.accept(line);
    }
    line.getSubcommands().values().forEach(child -> eachLeaf(child, check));
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "market"})
  void theExamplesOfAReadRunAsPrinted(String noun) {
    eachLeaf(
        Cli.tree().getSubcommands().get(noun),
        leaf -> {
          if (writes(leaf)) {
            return;
          }
          for (String example : leaf.getCommandSpec().usageMessage().footer()) {
            String[] words = example.substring("okx ".length()).split(" ");
            Cli.Result result = Cli.over(new SampleReads()).run(words);
            assertThat(result.code()).as(example + "\n" + result.err()).isZero();
          }
        });
  }
}
