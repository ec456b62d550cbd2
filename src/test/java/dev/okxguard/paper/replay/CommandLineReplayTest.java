package dev.okxguard.paper.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a command line for OKX sends, command by command, and the fields its tables show.
class CommandLineReplayTest {
  @TempDir Path directory;
  private Exchange exchange;

  @BeforeEach
  void open() throws Exception {
    exchange = Exchange.open(directory);
    exchange.price("BTC-USDT", "90000");
    exchange.price("BTC-USDT-SWAP", "90000");
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  @Test
  void readsOfAFreshAccountAreWhole() throws Exception {
    play(
        """
        GET /api/v5/account/balance
          0/details/0/ccy = USDT
          0/details/0/eq = 10000
          0/details/0/availBal = 10000
          0/details/0/frozenBal = 0
        GET /api/v5/account/balance?ccy=BTC
          0/totalEq = 10000
        GET /api/v5/account/config
          0/posMode = net_mode
          0/acctLv = 2
          0/autoLoan = false
          0/greeksType = PA
          0/level = Lv1
          0/levelTmp = ""
        GET /api/v5/account/positions
          rows 0
        GET /api/v5/account/positions-history?instType=SWAP&limit=20
          rows 0
        GET /api/v5/account/bills?limit=20
          0/balChg = 10000
          0/bal = 10000
          0/instId = ""
        GET /api/v5/account/trade-fee?instType=SPOT
          0/maker = -0.0008
          0/taker = -0.001
          0/makerU = ""
        GET /api/v5/account/trade-fee?instType=SWAP&instId=BTC-USDT-SWAP
          0/takerU = -0.0005
        GET /api/v5/account/max-size?instId=BTC-USDT&tdMode=cash&px=80000
          0/maxBuy = 0.125
          0/maxSell = 0
        GET /api/v5/account/max-avail-size?instId=BTC-USDT&tdMode=cash
          0/availBuy = 10000
        GET /api/v5/account/leverage-info?instId=BTC-USDT-SWAP&mgnMode=cross
          0/posSide = net
          0/lever = 3
        GET /api/v5/asset/balances
          rows 0
        GET /api/v5/asset/asset-valuation
          0/totalBal > 0.1
          0/details/funding = 0
        GET /api/v5/asset/asset-valuation?ccy=USDT
          0/totalBal = 10000
          0/details/trading = 10000
        GET /api/v5/account/max-withdrawal
          0/ccy = USDT
          0/maxWd = 10000
        GET /api/v5/account/max-withdrawal?ccy=BTC
          rows 0
        GET /api/v5/trade/orders-algo-pending?instType=SWAP&ordType=conditional
          rows 0
        """);
  }

  @Test
  void marketReadsNameOnePrice() throws Exception {
    play(
        """
        GET /api/v5/market/ticker?instId=BTC-USDT
          0/last = 90000
          0/askPx = 90000
          0/bidPx = 89999.9
          0/high24h > 0
          0/sodUtc8 > 0
        GET /api/v5/market/tickers?instType=SPOT
          rows 3
        GET /api/v5/market/books?instId=BTC-USDT&sz=3
          0/asks/0/0 = 90000
          0/asks/2/3 = 1
          0/bids/0/0 = 89999.9
        GET /api/v5/market/candles?instId=BTC-USDT&bar=1H&limit=3
          rows 3
          0/4 = 90000
          0/8 = 0
        GET /api/v5/market/index-candles?instId=BTC-USDT&limit=2
          rows 2
          0/4 = 90000
          0/5 = 0
        GET /api/v5/market/history-index-candles?instId=BTC-USD&bar=1H&limit=2
          rows 2
          1/5 = 1
        GET /api/v5/market/trades?instId=BTC-USDT-SWAP&limit=3
          0/px = 90000
          0/side in buy sell
        GET /api/v5/public/instruments?instType=SWAP
          instId:BTC-USDT-SWAP/ctVal = 0.01
          instId:BTC-USDT-SWAP/state = live
        GET /api/v5/public/mark-price?instType=SWAP&instId=BTC-USDT-SWAP
          0/markPx = 90000
        GET /api/v5/public/funding-rate?instId=BTC-USDT-SWAP
          0/fundingTime > 1795255200000
        GET /api/v5/public/price-limit?instId=BTC-USDT-SWAP
          0/buyLmt > 90000
          0/enabled = true
        GET /api/v5/market/index-tickers?instId=BTC-USDT
          0/idxPx = 90000
        GET /api/v5/public/open-interest?instType=SWAP&instId=BTC-USDT-SWAP
          0/oiCcy > 0
        """);
  }

  @Test
  void aSpotOrderLivesFromPlaceToHistory() throws Exception {
    play(
        """
        POST /api/v5/trade/order {"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","sz":"0.01","px":"88000","tag":"CMD"}
          0/sCode = 0
          0/tag = CMD
          0/ordId -> order
        GET /api/v5/trade/orders-pending?instType=SPOT
          rows 1
          0/ordId = {order}
          0/state = live
          0/px = 88000
          0/fillSz = 0
          0/accFillSz = 0
          0/avgPx = ""
        GET /api/v5/account/balance
          0/details/0/frozenBal = 880
          0/details/0/availBal = 9120
        POST /api/v5/trade/amend-order {"instId":"BTC-USDT","ordId":"{order}","newSz":"0.02","newPx":"87000"}
          0/sCode = 0
          0/ordId = {order}
        GET /api/v5/trade/order?instId=BTC-USDT&ordId={order}
          0/sz = 0.02
          0/px = 87000
        POST /api/v5/trade/cancel-order {"instId":"BTC-USDT","ordId":"{order}"}
          0/sCode = 0
        GET /api/v5/trade/order?instId=BTC-USDT&ordId={order}
          0/state = canceled
        POST /api/v5/trade/cancel-order {"instId":"BTC-USDT","ordId":"{order}"}
          code 1
          0/sCode = 51400
          0/ordId = {order}
        GET /api/v5/trade/orders-history?instType=SPOT
          0/ordId = {order}
        GET /api/v5/account/balance
          0/details/0/availBal = 10000
        """);
  }

  @Test
  void aSpotMarketOrderMovesBothCurrencies() throws Exception {
    play(
        """
        POST /api/v5/trade/order {"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"market","sz":"900","tag":"CMD"}
          0/ordId -> buy
        GET /api/v5/trade/fills?instType=SPOT&ordId={buy}
          rows 1
          0/fillPx = 90000
          0/fillSz = 0.01
          0/fee = -0.00001
          0/feeCcy = BTC
        POST /api/v5/trade/order {"instId":"BTC-USDT","tdMode":"cash","side":"sell","ordType":"market","sz":"0.00999","tag":"CMD"}
          0/sCode = 0
        GET /api/v5/account/balance
          0/details/ccy:USDT/cashBal = 9998.199901999
          0/totalEq = 9998.199901999
        GET /api/v5/account/bills?limit=5
          rows 5
          0/ccy = USDT
          0/bal = 9998.199901999
          0/type = 2
        """);
  }

  @Test
  void bothSidesOfASwapAreHeldAndClosedByThemselves() throws Exception {
    Map<String, String> seen =
        play(
            """
            POST /api/v5/account/set-position-mode {"posMode":"long_short_mode"}
              0/posMode = long_short_mode
            POST /api/v5/account/set-leverage {"instId":"BTC-USDT-SWAP","lever":"5","mgnMode":"cross"}
              0/lever = 5
            GET /api/v5/account/leverage-info?instId=BTC-USDT-SWAP&mgnMode=cross
              posSide:long/lever = 5
              posSide:short/lever = 5
            POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","posSide":"long","ordType":"market","sz":"2","reduceOnly":"false","tag":"CMD"}
              0/sCode = 0
            price BTC-USDT-SWAP 90600
            POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","posSide":"long","ordType":"market","sz":"1","reduceOnly":"false","tag":"CMD"}
              0/sCode = 0
            POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"isolated","side":"sell","posSide":"short","ordType":"market","sz":"1","reduceOnly":"false","tag":"CMD"}
              0/sCode = 0
            POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"market","sz":"1","tag":"CMD"}
              code 1
              0/sCode = 51000
              0/ordId = ""
            GET /api/v5/account/positions?instType=SWAP
              rows 2
              posSide:long/pos = 3
              posSide:long/avgPx = 90200
              posSide:long/lever = 5
              posSide:long/upl = 12
              posSide:long/imr = 543.6
              posSide:short/pos = 1
              posSide:short/avgPx = 90599.9
              posSide:short/mgnMode = isolated
            POST /api/v5/account/set-position-mode {"posMode":"net_mode"}
              code 59000
            POST /api/v5/trade/close-position {"instId":"BTC-USDT-SWAP","mgnMode":"cross","posSide":"long","autoCxl":"false","tag":"CMD"}
              0/instId = BTC-USDT-SWAP
              0/posSide = long
            POST /api/v5/trade/close-position {"instId":"BTC-USDT-SWAP","mgnMode":"isolated","posSide":"short","autoCxl":"true","tag":"CMD"}
            POST /api/v5/trade/close-position {"instId":"BTC-USDT-SWAP","mgnMode":"isolated","posSide":"short","autoCxl":"true","tag":"CMD"}
              code 51023
            GET /api/v5/account/positions
              rows 0
            GET /api/v5/account/positions-history?instType=SWAP&limit=20
              rows 2
              direction:long/openAvgPx = 90200
              direction:long/closeAvgPx = 90599.9
              direction:long/closeTotalPos = 3
              direction:long/realizedPnl -> long
              direction:short/realizedPnl -> short
            GET /api/v5/account/balance
              0/details/0/cashBal -> cash
              0/details/0/frozenBal = 0
            GET /api/v5/account/bills?limit=20
              0/bal = {cash}
            """);
    BigDecimal realized = number(seen, "long").add(number(seen, "short"));
    assertThat(number(seen, "cash")).isEqualByComparingTo(new BigDecimal("10000").add(realized));
    assertThat(number(seen, "long")).isEqualByComparingTo("9.2850015");
  }

  @Test
  void batchesTellItemByItem() throws Exception {
    play(
        """
        POST /api/v5/trade/batch-orders [{"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"limit","sz":"1","px":"88000","tag":"CMD"},{"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"limit","sz":"0.001","px":"88000","tag":"CMD"}]
          code 2
          0/sCode = 0
          0/ordId -> order
          1/ordId = ""
          1/sCode in 51121 51020
        POST /api/v5/trade/amend-batch-orders [{"instId":"BTC-USDT-SWAP","ordId":"{order}","newSz":"2"}]
          0/sCode = 0
        POST /api/v5/trade/cancel-batch-orders [{"instId":"BTC-USDT-SWAP","ordId":"{order}"},{"instId":"BTC-USDT-SWAP","ordId":"77"}]
          code 2
          0/sCode = 0
          1/sCode = 51400
        GET /api/v5/trade/order?instId=BTC-USDT-SWAP&ordId={order}
          0/sz = 2
          0/state = canceled
        """);
  }

  private Map<String, String> play(String script) throws Exception {
    return new Replay(exchange, Manner.COMMAND_LINE).play(script);
  }

  private static BigDecimal number(Map<String, String> seen, String name) {
    return new BigDecimal(seen.get(name));
  }
}
