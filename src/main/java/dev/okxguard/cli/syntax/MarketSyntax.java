package dev.okxguard.cli.syntax;

/// What annotations say in `cli.market`. Written by `SyntaxTest` with -Dgolden=update.
final class MarketSyntax {
  private MarketSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "CandlesCommand" ->
          """
          reach PUBLIC
          command candles : candles, newest first
            example okx market candles BTC-USDT --bar 1H --limit 10
            example okx market candles BTC-USDT --bar 1D --after 2026-01-01 --limit 500 --json
          spec spec
          mixin instrument
          option bar --bar BAR : length of a candle (OKX takes 1m when not given): ${COMPLETION-CANDIDATES}
            words market.Bars
          option after --after TIME : only candles before this time
            converter option.Moment
          option before --before TIME : only candles after this time
            converter option.Moment
          option limit --limit N : candles wanted (default: ${DEFAULT-VALUE}); more than 300 are read over several pages
            default 100
          option archive --archive : read the long history, which lacks the open candle
          """;
      case "FundingRateCommand" ->
          """
          reach PUBLIC
          command funding-rate : the funding rate of a perpetual; positive: longs pay
            example okx market funding-rate BTC-USDT-SWAP
            example okx market funding-rate ANY
            example okx market funding-rate BTC-USDT-SWAP --history --limit 30
          spec spec
          mixin instrument
          option history --history : the settlements of the last three months instead
          mixin paging
          """;
      case "IndexTickerCommand" ->
          """
          reach PUBLIC
          command index-ticker : index prices
            example okx market index-ticker BTC-USD
            example okx market index-ticker --quoteCcy USDT
          spec spec
          mixin instrument
          option quoteCcy --quoteCcy CCY : every index in this currency
          """;
      case "InstrumentsCommand" ->
          """
          reach PUBLIC
          command instruments : tick, lot, contract value and state of instruments
            example okx market instruments BTC-USDT-SWAP
            example okx market instruments --instType FUTURES --instFamily BTC-USDT
          mixin kinded
          option instType --instType TYPE : one of ${COMPLETION-CANDIDATES}
            words option.InstTypes
          mixin family
          """;
      case "KindedInstrument" ->
          """
          mixee spec
          mixin instrument
          """;
      case "MarkPriceCommand" ->
          """
          reach PUBLIC
          command mark-price : the price positions are valued at
            example okx market mark-price BTC-USDT-SWAP
            example okx market mark-price --instType SWAP
          mixin kinded
          option instType --instType TYPE : one of ${COMPLETION-CANDIDATES}
            words market.MarkTypes
          mixin family
          """;
      case "MarketCommands" ->
          """
          command market : Prices, books, candles and instruments; public.
          """;
      case "OpenInterestCommand" ->
          """
          reach PUBLIC
          command open-interest : open contracts
            example okx market open-interest BTC-USDT-SWAP
            example okx market open-interest --instType SWAP
          mixin kinded
          option instType --instType TYPE : one of ${COMPLETION-CANDIDATES}
            words market.OpenInterestTypes
          mixin family
          """;
      case "OrderbookCommand" ->
          """
          reach PUBLIC
          command orderbook : the order book
            example okx market orderbook BTC-USDT
            example okx market orderbook BTC-USDT-SWAP --sz 20
          mixin instrument
          spec spec
          option sz --sz N : levels of each side, 1 to 400 (default: ${DEFAULT-VALUE})
            default 5
          """;
      case "PriceLimitCommand" ->
          """
          reach PUBLIC
          command price-limit : highest buy and lowest sell price
            example okx market price-limit BTC-USDT-SWAP
          mixin instrument
          """;
      case "TickerCommand" ->
          """
          reach PUBLIC
          command ticker : last price, bid, ask and the last 24 hours
            example okx market ticker BTC-USDT
            example okx market ticker --instId BTC-USDT-SWAP --json
          mixin instrument
          """;
      case "TickersCommand" ->
          """
          reach PUBLIC
          command tickers : tickers of every instrument of a kind
            example okx market tickers SPOT
            example okx market tickers --instType FUTURES --instFamily BTC-USDT
          spec spec
          parameter first 0 TYPE : one of ${COMPLETION-CANDIDATES}
            words market.TickerTypes
            arity 0..1
          option named --instType TYPE : the same, by name
            words market.TickerTypes
          mixin family
          """;
      case "TimeCommand" ->
          """
          reach PUBLIC
          command time : the exchange's clock
            example okx market time
            example okx market time --json
          """;
      case "TradesCommand" ->
          """
          reach PUBLIC
          command trades : the newest trades
            example okx market trades BTC-USDT
            example okx market trades BTC-USDT --limit 1200
          mixin instrument
          mixin paging
          option after --after TRADEID : only trades before this one
          """;
      default -> "";
    };
  }
}
