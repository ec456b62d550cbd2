package dev.okxguard.cli.syntax;

/// What annotations say in `cli.config`. Written by `SyntaxTest` with -Dgolden=update.
final class ConfigSyntax {
  private ConfigSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "ConfigCommands" ->
          """
          command config : The configuration in effect.
          """;
      case "InitCommand" ->
          """
          command init : add a profile to the configuration file from a few questions, on a terminal
            about Key, secret and passphrase are typed unseen and tried at OKX before anything is written. What stands in the file stays as it is. Global options answer questions ahead: profile, environment, read-only, file. --print writes a profile to be completed by hand to standard output instead and asks nothing.
            example okx config init
            example okx --demo config init
            example okx config init --print
          spec spec
          option print --print : print a profile with stand-ins, write nothing
          option baseUrl --base-url URL : a test server on this machine instead of OKX, such as okx paper serve
          """;
      case "PathCommand" ->
          """
          reach LOCAL
          command path : path of the configuration file, whether it is there or not
            example okx config path
            example okx config path --json
          spec spec
          """;
      case "ProfilesCommand" ->
          """
          reach LOCAL
          command profiles : profiles of the configuration file; the one in use is marked
            example okx config profiles
            example okx config profiles --json
          """;
      case "ShowCommand" ->
          """
          reach LOCAL
          command show : effective settings and where each comes from; never a secret
            example okx config show
            example okx --demo config show --json
          """;
      default -> "";
    };
  }
}
