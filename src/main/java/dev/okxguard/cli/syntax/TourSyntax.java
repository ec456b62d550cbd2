package dev.okxguard.cli.syntax;

/// What annotations say in `cli.tour`. Written by `SyntaxTest` with -Dgolden=update.
final class TourSyntax {
  private TourSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "TourCommand" ->
          """
          reach LOCAL
          command tour : the first run, on a throw-away paper exchange: an accepted order, a denied one, a lost reply that does not double, a drift found, an intact audit chain
            example okx tour
            example okx tour --json
          """;
      default -> "";
    };
  }
}
