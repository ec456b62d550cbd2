package dev.okxguard.paper.replay;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What trading libraries send: every instrument type first, orders as batches of one, sizes in
/// base currency spelt out.
class LibraryReplayTest {
  @TempDir Path directory;
  private Exchange exchange;

  @BeforeEach
  void open() throws Exception {
    exchange = Exchange.open(directory);
    exchange.price("BTC-USDT", "90000");
    exchange.price("BTC-USDT-SWAP", "90000");
    exchange.price("BTC-USD-SWAP", "90000");
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  @Test
  void loadingMarketsFindsEveryKind() throws Exception {
    play(
        """
        GET /api/v5/public/time
          0/ts > 1795255200000
        GET /api/v5/system/status
          rows 0
        GET /api/v5/asset/currencies
          ccy:USDT/chain = USDT-Paper
          ccy:BTC/wdTickSz = 8
          ccy:BTC/canDep = false
        GET /api/v5/public/instruments?instType=SPOT
          instId:BTC-USDT/baseCcy = BTC
          instId:BTC-USDT/tickSz = 0.1
          instId:BTC-USDT/minSz = 0.00001
        GET /api/v5/public/instruments?instType=FUTURES
          rows 2
          0/expTime > 1795255200000
        GET /api/v5/public/instruments?instType=SWAP
          instId:BTC-USD-SWAP/settleCcy = BTC
          instId:BTC-USD-SWAP/ctType = inverse
        GET /api/v5/public/instruments?instType=OPTION&uly=BTC-USD
          rows 44
          0/optType = C
        GET /api/v5/public/instruments?instType=MARGIN
          rows 3
          instId:BTC-USDT/lever = 10
        GET /api/v5/account/instruments?instType=SPOT
          rows 3
        GET /api/v5/market/tickers?instType=OPTION
          rows 88
        GET /api/v5/public/position-tiers?instType=SWAP&tdMode=cross&uly=BTC-USDT&instFamily=BTC-USDT
          0/maxLever = 100
        """);
  }

  @Test
  void pricesAreFoundBySymbolAlone() throws Exception {
    play(
        """
        GET /api/v5/public/mark-price?instId=BTC-USDT-SWAP
          rows 1
          0/instType = SWAP
          0/markPx = 90000
        GET /api/v5/public/mark-price?instId=BTC-USDT
          code 51001
        GET /api/v5/public/mark-price
          code 50014
        GET /api/v5/market/mark-price-candles?instId=BTC-USDT-SWAP&bar=1H&limit=3
          rows 3
          0/4 = 90000
        GET /api/v5/market/history-mark-price-candles?instId=BTC-USDT-SWAP&bar=1D&limit=2
          rows 2
          1/5 = 1
        GET /api/v5/market/books?instId=BTC-USDT-SWAP&sz=100
          0/asks/99/0 = 90009.9
        GET /api/v5/market/books-full?instId=BTC-USDT-SWAP&sz=1000
          0/asks/999/0 = 90099.9
          0/asks/0/2 = 1
        GET /api/v5/market/trades?instId=BTC-USDT&limit=2
          1/tradeId -> older
        GET /api/v5/market/history-trades?instId=BTC-USDT&after={older}&limit=2
          rows 2
          0/px > 0
          0/tradeId -> next
        GET /api/v5/market/history-trades?instId=BTC-USDT&before={next}&after={older}
          rows 0
        GET /api/v5/public/underlying?instType=SWAP
          rows 1
          0/0 = BTC-USDT
        GET /api/v5/public/opt-summary?uly=BTC-USD
          rows 44
        """);
  }

  @Test
  void whatNeverHappensHereIsAnsweredEmpty() throws Exception {
    play(
        """
        GET /api/v5/asset/deposit-history?ccy=USDT
          rows 0
        GET /api/v5/asset/withdrawal-history
          rows 0
        GET /api/v5/asset/bills
          rows 0
        GET /api/v5/account/interest-accrued?mgnMode=cross
          rows 0
        GET /api/v5/users/subaccount/list
          rows 0
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"})
  void everyTypeIsListedEvenWhenThereIsNothing(String type) throws Exception {
    for (String path :
        List.of(
            "trade/orders-pending",
            "trade/orders-history",
            "trade/orders-history-archive",
            "trade/fills",
            "trade/fills-history",
            "account/positions",
            "account/positions-history",
            "account/bills")) {
      play("GET /api/v5/%s?instType=%s\nrows 0".formatted(path, type));
      play("GET /api/v5/%s?instType=STOCKS\ncode 51000".formatted(path));
    }
  }

  @Test
  void oneAnswerHoldsBalancesAndPositions() throws Exception {
    play(
        """
        POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"sell","ordType":"market","sz":"1"}
        GET /api/v5/account/account-position-risk
          0/balData/0/eq > 9990
          0/posData/0/pos = -1
          0/posData/0/notionalUsd = 900
        GET /api/v5/account/account-position-risk?instType=FUTURES
          0/balData/0/ccy = USDT
          0/ts > 0
        """);
  }

  @Test
  void aSpotOrderInABatchOfOne() throws Exception {
    play(
        """
        POST /api/v5/trade/batch-orders [{"instId":"BTC-USDT","side":"buy","ordType":"limit","sz":"0.001","tdMode":"cash","tgtCcy":"base_ccy","px":"88000","clOrdId":"e847386590ce4dBCa1","tag":"e847386590ce4dBC"}]
          0/sCode = 0
          0/clOrdId = e847386590ce4dBCa1
          0/ordId -> order
        GET /api/v5/trade/order?instId=BTC-USDT&ordId={order}
          0/clOrdId = e847386590ce4dBCa1
          0/ordType = limit
          0/state = live
          0/cTime > 1795255200000
          0/reduceOnly = false
        GET /api/v5/trade/orders-pending?instId=BTC-USDT
          rows 1
        POST /api/v5/trade/amend-order {"instId":"BTC-USDT","ordId":"{order}","newSz":"0.002","newPx":"87000"}
          0/clOrdId = e847386590ce4dBCa1
        POST /api/v5/trade/cancel-batch-orders [{"ordId":"{order}","instId":"BTC-USDT"}]
          0/ordId = {order}
        GET /api/v5/trade/orders-history?instId=BTC-USDT&instType=SPOT&state=canceled
          rows 1
          0/state = canceled
        POST /api/v5/trade/batch-orders [{"instId":"BTC-USDT","side":"buy","ordType":"market","sz":"0.002","tdMode":"cash","tgtCcy":"base_ccy","clOrdId":"e847386590ce4dBCa2","tag":"e847386590ce4dBC"}]
          0/ordId -> filled
        GET /api/v5/trade/order?instId=BTC-USDT&ordId={filled}
          0/state = filled
          0/accFillSz = 0.002
          0/avgPx = 90000
          0/tgtCcy = base_ccy
          0/fee = -0.000002
        POST /api/v5/trade/batch-orders [{"instId":"BTC-USDT","side":"sell","ordType":"market","sz":"0.001","tdMode":"cash","tgtCcy":"base_ccy","clOrdId":"e847386590ce4dBCa3","tag":"e847386590ce4dBC"}]
          0/sCode = 0
        GET /api/v5/trade/fills-history?instId=BTC-USDT&instType=SPOT&ordId={filled}
          rows 1
          0/execType = T
          0/fillPx = 90000
        POST /api/v5/trade/batch-orders [{"instId":"BTC-USDT","side":"buy","ordType":"limit","sz":"100","tdMode":"cash","tgtCcy":"base_ccy","px":"88000","clOrdId":"e847386590ce4dBCa4","tag":"e847386590ce4dBC"}]
          code 1
          0/sCode = 51008
        """);
  }

  @Test
  void aSwapIsOpenedReducedAndClosed() throws Exception {
    play(
        """
        POST /api/v5/account/set-leverage {"lever":5,"mgnMode":"cross","instId":"BTC-USDT-SWAP"}
          0/lever = 5
          0/posSide = net
        POST /api/v5/trade/batch-orders [{"instId":"BTC-USDT-SWAP","side":"buy","ordType":"market","sz":"3","tdMode":"cross","clOrdId":"e847386590ce4dBCb1","tag":"e847386590ce4dBC"}]
          0/sCode = 0
        GET /api/v5/account/positions?instId=BTC-USDT-SWAP
          rows 1
          0/pos = 3
          0/posSide = net
          0/avgPx = 90000
          0/notionalUsd = 2700
          0/imr = 540
          0/mmr > 0
          0/mgnMode = cross
        POST /api/v5/trade/batch-orders [{"instId":"BTC-USDT-SWAP","side":"sell","ordType":"market","sz":"1","tdMode":"cross","clOrdId":"e847386590ce4dBCb2","tag":"e847386590ce4dBC","reduceOnly":true}]
          0/sCode = 0
        GET /api/v5/account/positions
          0/pos = 2
          0/avgPx = 90000
        POST /api/v5/trade/close-position {"instId":"BTC-USDT-SWAP","mgnMode":"cross"}
          0/posSide = net
        GET /api/v5/account/positions
          rows 0
        GET /api/v5/trade/fills-history?instId=BTC-USDT-SWAP&begin=1795255200000&instType=SWAP
          rows 3
        POST /api/v5/trade/cancel-all-after {"timeOut":30}
          0/triggerTime > 1795255230000
        wait 1000
        POST /api/v5/trade/cancel-all-after {"timeOut":0}
          0/triggerTime = 0
        """);
  }

  @Test
  void anOpenPositionComesBeforeThoseClosedEarlier() throws Exception {
    play(
        """
        POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"market","sz":"1"}
        POST /api/v5/trade/close-position {"instId":"BTC-USDT-SWAP","mgnMode":"cross"}
        POST /api/v5/account/set-position-mode {"posMode":"long_short_mode"}
        POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"sell","posSide":"short","ordType":"market","sz":"1"}
        POST /api/v5/trade/close-position {"instId":"BTC-USDT-SWAP","mgnMode":"cross","posSide":"short"}
        POST /api/v5/account/set-position-mode {"posMode":"net_mode"}
        POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"market","sz":"2"}
        GET /api/v5/account/positions?instId=BTC-USDT-SWAP
          0/pos = 2
        """);
  }

  @Test
  void anInverseContractGainsAndLosesCoins() throws Exception {
    play(
        """
        POST /api/v5/trade/order {"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"market","sz":"900"}
        POST /api/v5/trade/order {"instId":"BTC-USD-SWAP","tdMode":"cross","side":"buy","ordType":"market","sz":"9"}
          0/sCode = 0
        GET /api/v5/account/balance
          0/details/ccy:BTC/cashBal = 0.009985
        price BTC-USD-SWAP 92000
        GET /api/v5/account/positions
          0/ccy = BTC
          0/pos = 9
          0/upl > 0.0002
        POST /api/v5/trade/close-position {"instId":"BTC-USD-SWAP","mgnMode":"cross"}
        GET /api/v5/account/positions-history?instType=SWAP
          0/closeAvgPx = 91999.9
          0/realizedPnl > 0.0002
        """);
  }

  private void play(String script) throws Exception {
    new Replay(exchange, Manner.LIBRARY).play(script);
  }
}
