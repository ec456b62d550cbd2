package dev.okxguard.cli.market;

import dev.okxguard.cli.option.Words;

/// Kinds that have tickers; margin pairs trade under their spot ticker.
final class TickerTypes extends Words {
  TickerTypes() {
    super("SPOT", "SWAP", "FUTURES", "OPTION");
  }
}
