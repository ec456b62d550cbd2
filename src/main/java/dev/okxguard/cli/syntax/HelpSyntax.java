package dev.okxguard.cli.syntax;

/// What annotations say in `cli.help`. Written by `SyntaxTest` with -Dgolden=update.
final class HelpSyntax {
  private HelpSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "CompletionCommand" ->
          """
          reach LOCAL
          command completion : Print a completion script for a shell.
            example source <(okx completion bash)
            example okx completion zsh > "${fpath[1]}/_okx"
            example okx completion fish > ~/.config/fish/completions/okx.fish
          spec spec
          parameter shell 0 SHELL : one of ${COMPLETION-CANDIDATES}
            words help.Shells
          """;
      case "HelpCommand" ->
          """
          reach LOCAL
          command help : Help on a command, or on exit-codes, environment, config, json, diagnose.
            example okx help exit-codes
            example okx help market candles
            example okx help --man /tmp/man1
          spec spec
          parameter words 0..* TOPIC | COMMAND : ${COMPLETION-CANDIDATES}, or the words of a command
            candidates help.HelpCommand$Topics
            arity 0..*
          option directory --man DIR : write a manual page for every command into this directory instead
          """;
      default -> "";
    };
  }
}
