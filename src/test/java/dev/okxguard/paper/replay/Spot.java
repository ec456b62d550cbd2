package dev.okxguard.paper.replay;

/// Spot requests as a client of that manner makes them: a library sends batches of one and spells
/// the size's currency out, a command line leaves it to the exchange.
record Spot(Manner manner) {
  private static final String VERDICT = "\n  0/sCode = 0\n";

  private boolean library() {
    return manner == Manner.LIBRARY;
  }

  String limit(String side, String sz, String px) {
    return order(
        "\"side\":\"%s\",\"ordType\":\"limit\",\"sz\":\"%s\",\"px\":\"%s\""
            .formatted(side, sz, px));
  }

  String market(String side) {
    boolean quote = side.equals("buy") && !library();
    return order(
        "\"side\":\"%s\",\"ordType\":\"market\",\"sz\":\"%s\""
            .formatted(side, quote ? "333.33" : "0.00321"));
  }

  private String order(String fields) {
    String unit = library() ? ",\"tgtCcy\":\"base_ccy\"" : ",\"tag\":\"CMD\"";
    String body = "{\"instId\":\"BTC-USDT\",\"tdMode\":\"cash\"," + fields + unit + "}";
    return (library()
            ? "POST /api/v5/trade/batch-orders [" + body + "]"
            : "POST /api/v5/trade/order " + body)
        + VERDICT
        + "  0/ordId -> order\n";
  }

  String amend(String sz, String px) {
    return "POST /api/v5/trade/amend-order {\"instId\":\"BTC-USDT\",\"ordId\":\"{order}\",\"newSz\":\"%s\",\"newPx\":\"%s\"}"
            .formatted(sz, px)
        + VERDICT;
  }

  String cancel() {
    return "POST /api/v5/trade/cancel-order {\"instId\":\"BTC-USDT\",\"ordId\":\"{order}\"}"
        + VERDICT;
  }
}
