package dev.okxguard.cli.help;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints a completion script for a shell.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "completion",
    description = "Print a completion script for a shell.",
    footer = {
      "source <(okx completion bash)",
      "okx completion zsh > \"${fpath[1]}/_okx\"",
      "okx completion fish > ~/.config/fish/completions/okx.fish"
    })
public final class CompletionCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "SHELL",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = Shells.class,
      completionCandidates = Shells.class)
  private String shell;

  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
    String script = Completion.script(shell, spec.root().commandLine());
    return Report.of(
        Json.object().put("shell", shell).put("script", script),
        page -> script.lines().forEach(page::line));
  }
}
