package dev.okxguard.cli.syntax;

/// What annotations say in `cli`. Written by `SyntaxTest` with -Dgolden=update.
final class RootSyntax {
  private RootSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "BaseCommand" ->
          """
          spec spec
          """;
      case "Globals" ->
          """
          global profile --profile PROFILE : profile of the configuration file
          global demo --demo : OKX demo trading
          global live --live : real money
          global paper --paper : the embedded exchange
          global readOnly --read-only : send nothing that writes
          global json --json : print one JSON document
          global config --config FILE : configuration file instead of ~/.okx/config.toml
          global timeout --timeout MS : time limit of one request in milliseconds
          global yes -y --yes : do not ask before sending
          global verbose --verbose : explain each step on stderr
          global quiet --quiet : print no more than needed
          global color --color WHEN : ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})
            words option.ColorWords
            default auto
          global help -h --help : show help and exit
            usageHelp
          """;
      case "Root" ->
          """
          command okx : The OKX command line, with brakes.
          mixin globals
          option version --version : print the version and exit
            versionHelp
          """;
      default -> "";
    };
  }
}
