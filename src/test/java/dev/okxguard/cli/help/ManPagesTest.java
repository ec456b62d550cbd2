package dev.okxguard.cli.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.okxguard.testing.Cli;
import dev.okxguard.testing.Golden;
import dev.okxguard.testing.SampleReads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class ManPagesTest {
  private static final Path MANDOC = Path.of("/usr/bin/mandoc");

  @TempDir private Path directory;

  private List<Path> written() throws IOException {
    Cli.Result result =
        Cli.over(new SampleReads()).run("help", "--man", directory.resolve("man1").toString());
    assertThat(result.code()).as(result.err()).isZero();
    try (Stream<Path> files = Files.list(directory.resolve("man1"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void everyCommandHasAPageThatNamesItsOptionsAndCommands() throws IOException {
    written();
    each(Cli.tree().getCommandSpec());
  }

  private void each(CommandSpec spec) throws IOException {
    String page = Files.readString(directory.resolve("man1/" + spec.qualifiedName("-") + ".1"));
    assertThat(page).contains(".SH NAME\n" + Roff.escape(spec.qualifiedName("-")) + " \\- ");
    Completion.options(spec)
        .forEach(it -> assertThat(page).contains(Roff.escape(it.longestName())));
    for (CommandSpec child : Completion.children(spec)) {
      assertThat(page).contains(Roff.escape(child.qualifiedName("-")) + "\\fR(1)");
      each(child);
    }
  }

  @Test
  void aPageReadsAsItsHelpDoes() throws IOException {
    written();
    String page = Files.readString(directory.resolve("man1/okx-market-candles.1"));
    Golden.check(
        "man-okx-market-candles.1", page.replaceFirst("\"[-0-9]+\" \"okx.*\"", "DATE PRODUCT"));
  }

  @Test
  void noTextIsTakenForFormatting() {
    Roff page =
        new Roff("x", "y", "z").heading("H").text(".SH no\n'no \\fB - ~^`\" ü").verbatim("\n.a\n");
    assertThat(page.toString().lines().skip(1))
        .containsExactly(
            ".SH H",
            "\\&.SH no",
            "\\&\\(aqno \\efB \\- \\(ti\\(ha\\(ga\\(dq \\[u00FC]",
            ".PP",
            ".nf",
            "\\&",
            "\\&.a",
            ".fi");
  }

  @Test
  void optionsWithPicocliFormatReadPlainly() {
    CommandSpec spec = CommandSpec.create().name("it");
    spec.usageMessage().description("does 50%% of%nit.");
    spec.addOption(OptionSpec.builder("--a").description("100%%").build());
    assertThat(ManPages.of(new CommandLine(spec)).get("it"))
        .contains("it \\- does 50% of", "\n100%\n");
  }

  @Test
  void aDirectoryThatCannotBeIsAFault() throws IOException {
    Files.writeString(directory.resolve("file"), "");
    Cli.Result result =
        Cli.over(new SampleReads()).run("help", "--man", directory.resolve("file").toString());
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).contains("cannot write the manual");
  }

  @Test
  void mandocHasNothingToWarnOf() throws Exception {
    assumeTrue(Files.isExecutable(MANDOC), "no mandoc here");
    List<String> command =
        new ArrayList<>(List.of(MANDOC.toString(), "-T", "lint", "-W", "warning"));
    written().forEach(page -> command.add(page.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] said = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as(new String(said, StandardCharsets.UTF_8)).isZero();
  }
}
