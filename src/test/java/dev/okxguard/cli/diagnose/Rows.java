package dev.okxguard.cli.diagnose;

/// Answers as OKX words them, for what a paper account cannot be brought to.
final class Rows {
  private Rows() {}

  /// An envelope around those rows.
  static String data(String... rows) {
    return "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + String.join(",", rows) + "]}";
  }

  /// An order that rests.
  static String order(String clOrdId) {
    return """
    {"instType":"SPOT","instId":"BTC-USDT","ordId":"71","clOrdId":"%s","tag":"","side":"buy",
     "posSide":"net","tdMode":"cash","ordType":"limit","px":"50000","sz":"0.001","tgtCcy":"",
     "reduceOnly":"false","state":"live","accFillSz":"0","avgPx":"","fee":"0","feeCcy":"USDT",
     "category":"normal","cancelSource":"","algoId":"","algoClOrdId":"","attachAlgoOrds":[],
     "cTime":"1763700000000","uTime":"1763700000000"}\
    """
        .formatted(clOrdId);
  }

  /// One contract held long.
  static String position(String lever) {
    return """
    {"instType":"SWAP","instId":"BTC-USDT-SWAP","mgnMode":"cross","posSide":"net","pos":"1",
     "posCcy":"","avgPx":"90000","markPx":"90000","notionalUsd":"900","lever":"%s","upl":"0",
     "ccy":"USDT","posId":"81","uTime":"1763700000000"}\
    """
        .formatted(lever);
  }

  /// A stop that closes so many contracts of that position.
  static String stop(String side, String contracts) {
    return """
    {"instType":"SWAP","instId":"BTC-USDT-SWAP","algoId":"91","algoClOrdId":"","tag":"",
     "side":"%s","posSide":"net","tdMode":"cross","ordType":"conditional","sz":"%s",
     "closeFraction":"","reduceOnly":"true","tgtCcy":"","state":"live","tpTriggerPx":"",
     "tpOrdPx":"","slTriggerPx":"85000","slOrdPx":"-1","tpTriggerPxType":"",
     "slTriggerPxType":"last","triggerPx":"","ordPx":"","triggerPxType":"","callbackRatio":"",
     "callbackSpread":"","activePx":"","ordId":"","ordIdList":[],"failCode":"",
     "cTime":"1763700000000","uTime":"1763700000000"}\
    """
        .formatted(side, contracts);
  }

  /// An announced maintenance of trading.
  static String maintenance(String state, long begin, String env) {
    return """
    {"title":"Trading upgrade","state":"%s","begin":"%d","end":"%d","serviceType":"5",
     "system":"unified","maintType":"1","env":"%s","href":"","scheDesc":"","preOpenBegin":""}\
    """
        .formatted(state, begin, begin + 3_600_000, env);
  }
}
