package dev.okxguard.paper.replay;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What software kits send: the demo header, JSON numbers, every parameter of a call whether or not
/// it has a value, and parameters that mean nothing where they stand.
class KitReplayTest {
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
  void whatMeansNothingWhereItStandsIsIgnored() throws Exception {
    play(
        """
        POST /api/v5/trade/order {"instId":"BTC-USDT","tdMode":"cash","ccy":"USDT","side":"buy","ordType":"limit","sz":"0.001","px":"88000","tgtCcy":"base_ccy","posSide":"net","reduceOnly":false,"tag":"kit"}
          0/sCode = 0
        POST /api/v5/trade/order {"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","sz":0.001,"px":88000.5}
          0/ordId -> numbers
        GET /api/v5/trade/order?instId=BTC-USDT&ordId={numbers}
          0/px = 88000.5
        POST /api/v5/trade/order {"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"market","sz":"90","px":"","clOrdId":""}
          0/ordId -> market
        GET /api/v5/trade/order?instId=BTC-USDT&ordId={market}
          0/accFillSz = 0.001
        POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"cross","ccy":"USDT","side":"buy","posSide":"net","ordType":"market","sz":"1","tgtCcy":"quote_ccy","clOrdId":"","reduceOnly":false,"tag":"","banAmend":true}
          0/ordId -> swap
        GET /api/v5/trade/order?instId=BTC-USDT-SWAP&ordId={swap}
          0/accFillSz = 1
        GET /api/v5/trade/order?instId=BTC-USDT&ordId={numbers}&unknown=1
          0/state = live
        POST /api/v5/trade/close-position {"instId":"BTC-USDT-SWAP","mgnMode":"cross","posSide":"net","ccy":"USDT","autoCxl":true,"tag":"kit"}
        GET /api/v5/account/max-size?instId=BTC-USDT-SWAP,ETH-USDT-SWAP&tdMode=cross&ccy=USDT
          rows 2
          0/maxBuy > 0
        GET /api/v5/account/leverage-info?instId=BTC-USDT-SWAP,ETH-USDT-SWAP&mgnMode=cross
          rows 2
        """);
  }

  @Test
  void emptyParametersAreNoParameters() throws Exception {
    play(
        """
        POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"limit","sz":"1","ccy":"","clOrdId":"","tag":"","posSide":"","px":"88000","reduceOnly":"","tgtCcy":"","tpTriggerPx":"","slTriggerPx":"","quickMgnType":"","stpId":"","stpMode":"","attachAlgoOrds":null}
          0/ordId -> order
        GET /api/v5/trade/orders-pending?instType=SWAP&uly=BTC-USDT&ordType=limit,post_only&state=live&after=&limit=
          rows 1
        GET /api/v5/trade/orders-pending?uly=ETH-USDT
          rows 0
        GET /api/v5/trade/orders-pending?instFamily=ETH-USDT
          rows 0
        POST /api/v5/trade/amend-order {"instId":"BTC-USDT-SWAP","cxlOnFail":"","ordId":"{order}","clOrdId":"","reqId":"","newSz":"2","newPx":"","attachAlgoOrds":""}
          0/sCode = 0
        POST /api/v5/trade/cancel-order {"instId":"BTC-USDT-SWAP","ordId":"{order}","clOrdId":""}
          0/sCode = 0
        GET /api/v5/trade/order?instId=BTC-USDT-SWAP&ordId={order}
          0/sz = 2
          0/state = canceled
        GET /api/v5/account/max-size?instId=BTC-USDT&tdMode=cash&ccy=&px=&leverage=
          0/maxBuy > 0.1
        """);
  }

  @Test
  void marginGoesIntoAnIsolatedPositionAndBack() throws Exception {
    play(
        """
        POST /api/v5/account/position/margin-balance {"instId":"BTC-USDT-SWAP","amt":10,"type":"add","posSide":"net"}
          code 59300
        POST /api/v5/account/set-leverage {"instId":"BTC-USDT-SWAP","lever":"5","mgnMode":"isolated"}
        POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"isolated","side":"buy","ordType":"market","sz":"1"}
        POST /api/v5/account/position/margin-balance {"instId":"BTC-USDT-SWAP","amt":10,"type":"add","posSide":"net"}
          0/amt = 10
          0/type = add
          0/ccy = USDT
        GET /api/v5/account/positions
          0/margin = 190
        GET /api/v5/account/balance
          0/details/0/cashBal = 9809.55
          0/details/0/isoEq = 190
          0/details/0/eq = 9999.55
        GET /api/v5/account/bills?limit=1
          0/type = 6
          0/subType = 160
          0/balChg = -10
        POST /api/v5/account/position/margin-balance {"instId":"BTC-USDT-SWAP","amt":"10.01","type":"reduce","posSide":"net"}
          code 59301
        POST /api/v5/account/position/margin-balance {"instId":"BTC-USDT-SWAP","amt":"9810","type":"add","posSide":"net"}
          code 59301
        POST /api/v5/account/position/margin-balance {"instId":"BTC-USDT-SWAP","amt":"10","type":"reduce","posSide":"net"}
        GET /api/v5/account/positions
          0/margin = 180
        POST /api/v5/account/position/margin-balance {"instId":"BTC-USDT-SWAP","amt":"25","type":"add","posSide":"net"}
        POST /api/v5/trade/close-position {"instId":"BTC-USDT-SWAP","mgnMode":"isolated"}
        GET /api/v5/account/balance
          0/details/0/isoEq = 0
          0/details/0/cashBal = 9999.0990005
        GET /api/v5/account/positions-history
          0/realizedPnl = -0.9009995
        """);
  }

  private void play(String script) throws Exception {
    new Replay(exchange, Manner.KIT).play(script);
  }
}
