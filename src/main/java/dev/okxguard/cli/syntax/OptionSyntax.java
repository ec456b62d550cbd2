package dev.okxguard.cli.syntax;

/// What annotations say in `cli.option`. Written by `SyntaxTest` with -Dgolden=update.
final class OptionSyntax {
  private OptionSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "CurrencyArgument" ->
          """
          mixee spec
          parameter first 0 CCY[,CCY] : only these currencies, 20 at most
            arity 0..1
          option named --ccy CCY[,CCY] : the same, by name
          """;
      case "FamilyOptions" ->
          """
          option uly --uly ULY : underlying, for example BTC-USD
          option instFamily --instFamily FAMILY : instrument family, for example BTC-USD
          """;
      case "InstrumentArgument" ->
          """
          mixee spec
          parameter first 0 INSTID : instrument, for example BTC-USDT or BTC-USDT-SWAP
            arity 0..1
          option named --instId INSTID : the same, by name
          """;
      case "Paging" ->
          """
          mixee spec
          option limit --limit N : rows wanted, newest first; more than a page are read over several
          option all --all : every row of the window, over as many pages as it takes
          """;
      case "Trading" ->
          """
          mixin instrument
          option tdMode --tdMode MODE : one of ${COMPLETION-CANDIDATES}; cash for spot and cross for contracts when not given
            words option.TdModes
          option ccy --ccy CCY : margin currency
          option px --px PRICE : price of the order
          option tradeQuoteCcy --tradeQuoteCcy CCY : quote currency to trade in
          """;
      default -> "";
    };
  }
}
