package dev.okxguard.cli.syntax;

/// What annotations say in `cli.diagnose`. Written by `SyntaxTest` with -Dgolden=update.
final class DiagnoseSyntax {
  private DiagnoseSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "DiagnoseCommand" ->
          """
          reach DIAGNOSIS
          command diagnose : what is wrong with installation, configuration, network, key, account, guard, journal and alerts; exit 9 when a check fails
            about Changes nothing, and ends within ten seconds, or within --timeout where that is shorter. 'okx help diagnose' lists the checks.
            example okx diagnose
            example okx --live diagnose --go-live --send-test
            example okx diagnose --json
            example okx diagnose --output report.txt
          option goLive --go-live : the gate before real money: what is only a warning otherwise, or not known, fails; ends with a list of what remains to be done
          option sendTest --send-test : really send a test alarm over every channel
          option output --output FILE : write the report to a new file, too, with --json its document; it holds no secret, no full uid and no home, and may be posted
          """;
      default -> "";
    };
  }
}
