package dev.okxguard.paper.replay;

/// A position to be, and the requests a client of that manner makes about it.
///
/// @param hedged in long/short mode
/// @param rises whether it gains when the price rises
record Leg(Manner manner, String instId, String mgnMode, boolean hedged, boolean rises) {

  String ccy() {
    return inverse() ? "BTC" : "USDT";
  }

  boolean inverse() {
    return instId.equals("BTC-USD-SWAP");
  }

  private boolean library() {
    return manner == Manner.LIBRARY;
  }

  private String posSide() {
    return hedged ? "\"posSide\":\"%s\",".formatted(rises ? "long" : "short") : "";
  }

  /// Position mode and leverage; a library sends the leverage as a number.
  String settings() {
    String mode =
        "POST /api/v5/account/set-position-mode {\"posMode\":\"%s\"}\n"
            .formatted(hedged ? "long_short_mode" : "net_mode");
    String side = mgnMode.equals("isolated") ? posSide() : "";
    return mode
        + "POST /api/v5/account/set-leverage {\"instId\":\"%s\",%s\"mgnMode\":\"%s\",\"lever\":%s}\n"
            .formatted(instId, side, mgnMode, library() ? "5" : "\"5\"");
  }

  String open(String type, int sz, String px) {
    return order(rises ? "buy" : "sell", type, sz, px, false);
  }

  String reduce(String type, int sz, String px) {
    return order(rises ? "sell" : "buy", type, sz, px, !hedged);
  }

  private String order(String side, String type, int sz, String px, boolean reduceOnly) {
    String price = px.isEmpty() ? "" : ",\"px\":\"" + px + "\"";
    String only = reduceOnly ? ",\"reduceOnly\":" + (library() ? "true" : "\"true\"") : "";
    String body =
        "{\"instId\":\"%s\",\"tdMode\":\"%s\",%s\"side\":\"%s\",\"ordType\":\"%s\",\"sz\":\"%d\"%s%s}"
            .formatted(instId, mgnMode, posSide(), side, type, sz, price, only);
    return (library()
            ? "POST /api/v5/trade/batch-orders [" + body + "]"
            : "POST /api/v5/trade/order " + body)
        + "\n  0/sCode = 0\n  0/ordId -> order\n";
  }

  String amend(int sz, String px) {
    return "POST /api/v5/trade/amend-order {\"instId\":\"%s\",\"ordId\":\"{order}\",\"newSz\":\"%d\",\"newPx\":\"%s\"}\n  0/sCode = 0\n"
        .formatted(instId, sz, px);
  }

  String cancel() {
    String body = "{\"instId\":\"%s\",\"ordId\":\"{order}\"}".formatted(instId);
    return library()
        ? "POST /api/v5/trade/cancel-batch-orders [" + body + "]\n  0/sCode = 0\n"
        : "POST /api/v5/trade/cancel-order " + body + "\n  0/sCode = 0\n";
  }

  String close() {
    return "POST /api/v5/trade/close-position {\"instId\":\"%s\",%s\"mgnMode\":\"%s\"}\n"
        .formatted(instId, posSide(), mgnMode);
  }

  @Override
  public String toString() {
    return String.join(
        " ",
        manner.toString(),
        instId,
        mgnMode,
        hedged ? "long/short" : "net",
        rises ? "long" : "short");
  }
}
