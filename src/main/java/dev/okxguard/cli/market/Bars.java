package dev.okxguard.cli.market;

import dev.okxguard.cli.option.Words;

/// Lengths of a candle. Those ending in `utc` start their day in UTC, the other long ones in UTC+8.
final class Bars extends Words {
  Bars() {
    super(
        "1m", "3m", "5m", "15m", "30m", "1H", "2H", "4H", "6H", "12H", "1D", "2D", "3D", "1W", "1M",
        "3M", "6Hutc", "12Hutc", "1Dutc", "2Dutc", "3Dutc", "1Wutc", "1Mutc", "3Mutc");
  }
}
