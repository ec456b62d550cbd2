package dev.okxguard.cli.market;

import picocli.CommandLine.Command;

/// `okx market`.
@Command(
    name = "market",
    description = "Prices, books, candles and instruments; public.",
    subcommands = {
      TickerCommand.class, TickersCommand.class, OrderbookCommand.class, CandlesCommand.class,
      TradesCommand.class, InstrumentsCommand.class, MarkPriceCommand.class,
          FundingRateCommand.class,
      PriceLimitCommand.class, IndexTickerCommand.class, OpenInterestCommand.class,
          TimeCommand.class
    })
public final class MarketCommands {}
