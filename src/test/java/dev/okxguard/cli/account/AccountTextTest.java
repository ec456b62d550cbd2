package dev.okxguard.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Cli;
import dev.okxguard.testing.Golden;
import dev.okxguard.testing.SampleReads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "config; account config; /api/v5/account/config",
        "balance; account balance; /api/v5/account/balance",
        "balance; account balance USDT,BTC; /api/v5/account/balance?ccy=USDT,BTC",
        "balance; account balance --ccy BTC; /api/v5/account/balance?ccy=BTC",
        "positions; account positions; /api/v5/account/positions",
        "positions; account positions --instType SWAP --instId BTC-USDT-SWAP;"
            + " /api/v5/account/positions?instType=SWAP&instId=BTC-USDT-SWAP",
        "positions-history; account positions-history --limit 20 --mgnMode cross;"
            + " /api/v5/account/positions-history?mgnMode=cross&limit=20",
        "bills; account bills --ccy USDT; /api/v5/account/bills?ccy=USDT",
        "bills; account bills --begin 2026-11-01 --end 2026-11-20T00:00:00+08:00;"
            + " /api/v5/account/bills?begin=1793491200000&end=1795104000000",
        "fees; account fees --instType SPOT; /api/v5/account/trade-fee?instType=SPOT",
        "fees; account fees BTC-USDT; /api/v5/account/trade-fee?instType=SPOT&instId=BTC-USDT",
        "fees; account fees BTC-USD-SWAP;"
            + " /api/v5/account/trade-fee?instType=SWAP&instFamily=BTC-USD",
        "leverage; account leverage BTC-USDT-SWAP --mgnMode isolated;"
            + " /api/v5/account/leverage-info?instId=BTC-USDT-SWAP&mgnMode=isolated",
        "max-size; account max-size --instId BTC-USDT --tdMode cross --px 90000.50;"
            + " /api/v5/account/max-size?instId=BTC-USDT&tdMode=cross&px=90000.50",
        "max-size; account max-size BTC-USDT;"
            + " /api/v5/account/max-size?instId=BTC-USDT&tdMode=cash",
        "max-size; account max-size BTC-USDT-SWAP --leverage 2;"
            + " /api/v5/account/max-size?instId=BTC-USDT-SWAP&tdMode=cross&leverage=2",
        "max-avail-size; account max-avail-size BTC-USDT --reduceOnly;"
            + " /api/v5/account/max-avail-size?instId=BTC-USDT&tdMode=cash&reduceOnly=true",
        "asset-balance; account asset-balance USDT; /api/v5/asset/balances?ccy=USDT"
      })
  void eachVerbAsksItsEndpointAndPrintsItsText(String golden, String line, String asked) {
    SampleReads reads = new SampleReads();

    Cli.Result result = Cli.over(reads).run(line.split(" "));

    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(reads.asked()).containsExactly(asked);
    Golden.check("account-" + golden + ".txt", result.out());
  }
}
