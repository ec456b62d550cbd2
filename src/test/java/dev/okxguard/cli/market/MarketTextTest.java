package dev.okxguard.cli.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Cli;
import dev.okxguard.testing.Golden;
import dev.okxguard.testing.SampleReads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarketTextTest {
  @ParameterizedTest
  @CsvSource({
    "time, market time, /api/v5/public/time",
    "ticker, market ticker BTC-USDT, /api/v5/market/ticker?instId=BTC-USDT",
    "ticker, market ticker --instId BTC-USDT, /api/v5/market/ticker?instId=BTC-USDT",
    "tickers, market tickers SPOT, /api/v5/market/tickers?instType=SPOT",
    "tickers, market tickers --instType SPOT, /api/v5/market/tickers?instType=SPOT",
    "orderbook, market orderbook BTC-USDT --sz 5, /api/v5/market/books?instId=BTC-USDT&sz=5",
    "candles, market candles BTC-USDT --bar 1H --limit 10,"
        + " /api/v5/market/candles?instId=BTC-USDT&bar=1H&limit=10",
    "trades, market trades BTC-USDT, /api/v5/market/trades?instId=BTC-USDT",
    "instruments, market instruments --instType SWAP,"
        + " /api/v5/public/instruments?instType=SWAP",
    "mark-price, market mark-price BTC-USDT-SWAP,"
        + " /api/v5/public/mark-price?instType=SWAP&instId=BTC-USDT-SWAP",
    "mark-price, market mark-price --instType MARGIN --instId BTC-USDT,"
        + " /api/v5/public/mark-price?instType=MARGIN&instId=BTC-USDT",
    "mark-price, market mark-price BTC-USDT,"
        + " /api/v5/public/mark-price?instType=MARGIN&instId=BTC-USDT",
    "funding-rate, market funding-rate BTC-USDT-SWAP,"
        + " /api/v5/public/funding-rate?instId=BTC-USDT-SWAP",
    "funding-rate-history, market funding-rate BTC-USDT-SWAP --history --limit 2,"
        + " /api/v5/public/funding-rate-history?instId=BTC-USDT-SWAP&limit=2",
    "price-limit, market price-limit BTC-USDT-SWAP,"
        + " /api/v5/public/price-limit?instId=BTC-USDT-SWAP",
    "index-ticker, market index-ticker BTC-USD, /api/v5/market/index-tickers?instId=BTC-USD",
    "index-ticker, market index-ticker --quoteCcy USD,"
        + " /api/v5/market/index-tickers?quoteCcy=USD",
    "open-interest, market open-interest --instType SWAP --uly BTC-USDT,"
        + " /api/v5/public/open-interest?instType=SWAP&uly=BTC-USDT"
  })
  void eachVerbAsksItsEndpointAndPrintsItsText(String golden, String line, String asked) {
    SampleReads reads = new SampleReads();

    Cli.Result result = Cli.over(reads).run(line.split(" "));

    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(reads.asked()).containsExactly(asked);
    Golden.check("market-" + golden + ".txt", result.out());
  }
}
