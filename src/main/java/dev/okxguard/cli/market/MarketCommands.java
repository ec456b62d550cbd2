package dev.okxguard.cli.market;

import dev.okxguard.cli.Branch;
import java.util.List;
import picocli.CommandLine.Command;

/// `okx market`.
@Command(name = "market", description = "Prices, books, candles and instruments; public.")
public final class MarketCommands {
  /// Its verbs, in the order in which help lists them.
  public static List<Branch> verbs() {
    return List.of(
        Branch.leaf("ticker", TickerCommand::new),
        Branch.leaf("tickers", TickersCommand::new),
        Branch.leaf("orderbook", OrderbookCommand::new),
        Branch.leaf("candles", CandlesCommand::new),
        Branch.leaf("trades", TradesCommand::new),
        Branch.leaf("instruments", InstrumentsCommand::new),
        Branch.leaf("mark-price", MarkPriceCommand::new),
        Branch.leaf("funding-rate", FundingRateCommand::new),
        Branch.leaf("price-limit", PriceLimitCommand::new),
        Branch.leaf("index-ticker", IndexTickerCommand::new),
        Branch.leaf("open-interest", OpenInterestCommand::new),
        Branch.leaf("time", TimeCommand::new));
  }
}
