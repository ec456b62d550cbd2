package dev.okxguard.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Journal;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import tools.jackson.databind.node.JsonNodeFactory;

/// An exchange that knows one large account and nothing else, to measure a reconciliation against:
/// 200 positions, 4,000 waiting orders, 100,000 fills in 60 hours, all by orders on record.
///
/// Run it with the state directory to make the journal in; it answers on loopback until it is
/// killed.
public final class BigAccount {
  private static final int LEGS = 200;
  private static final int WAITING = 4_000;
  private static final int FILLS = 100_000;
  private static final int FILLS_OF_AN_ORDER = 100;
  private static final int PAGE = 100;
  private static final Duration LENGTH = Duration.ofHours(60);
  private static final String UID = "77001";
  private static final String TRADE = "2";

  private final Instant end;

  private BigAccount(Instant end) {
    this.end = end;
  }

  /// Arguments: the port; the state directory to make the journal in, or `-` for none; when the
  /// last fill happened, in Unix milliseconds, 20 minutes ago unless given.
  public static void main(String... args) throws IOException {
    BigAccount account =
        new BigAccount(
            args.length > 2
                ? Instant.ofEpochMilli(Long.parseLong(args[2]))
                : Instant.now().minus(Duration.ofMinutes(20)));
    if (args.length > 1 && !args[1].equals("-")) {
      account.record(Path.of(args[1]));
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", account::answer);
    server.start();
  }

  private void record(Path state) {
    ManualTime time = new ManualTime(end.minus(LENGTH).minusSeconds(60));
    Path directory = state.resolve("demo-" + UID).resolve("journal");
    try (Journal journal = Journal.open(directory, time)) {
      for (int order = 0; order < FILLS / FILLS_OF_AN_ORDER; order++) {
        place(journal, "okgfilled" + order, "7" + order, leg(order));
      }
      for (int order = 0; order < WAITING; order++) {
        place(journal, "okgwaits" + order, Integer.toString(order + 1), leg(order));
      }
    }
  }

  private static void place(Journal journal, String clOrdId, String ordId, String instId) {
    var request =
        JsonNodeFactory.instance
            .objectNode()
            .put("instId", instId)
            .put("tdMode", "cross")
            .put("clOrdId", clOrdId)
            .put("tag", "okxguard")
            .put("side", "buy")
            .put("ordType", "limit")
            .put("sz", "100")
            .put("px", "10");
    journal.appendAll(
        List.of(
            new Event.Intent(
                "i" + clOrdId,
                Optional.empty(),
                "d".repeat(64),
                "place",
                "SWAP",
                instId,
                clOrdId,
                true,
                request,
                Optional.of(BigDecimal.TEN),
                Optional.empty(),
                "p".repeat(64)),
            new Event.Outcome(
                "i" + clOrdId,
                clOrdId,
                "accepted",
                ordId,
                "live",
                Optional.empty(),
                Optional.empty(),
                "",
                "")));
  }

  private static String leg(int n) {
    return "C%03d-USDT-SWAP".formatted(n % LEGS);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> query = new HashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    String rows = rows(exchange.getRequestURI().getPath(), query);
    byte[] body = ("{\"code\":\"0\",\"msg\":\"\",\"data\":[" + rows + "]}").getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private String rows(String path, Map<String, String> query) {
    return switch (path.substring("/api/v5/".length())) {
      case "public/time" -> "{\"ts\":\"" + System.currentTimeMillis() + "\"}";
      case "account/config" ->
          """
          {"uid":"77001","mainUid":"77000","acctLv":"2","posMode":"net_mode","enableSpotBorrow":false,
          "perm":"read_only,trade","ip":"","label":"big","autoLoan":false,"level":"Lv1"}\
          """;
      case "account/balance" -> balance();
      case "account/positions" -> join(positions());
      case "market/tickers" -> query.get("instType").equals("SWAP") ? join(tickers()) : "";
      case "market/candles" -> join(candles(Integer.parseInt(query.get("limit"))));
      case "trade/orders-pending" -> page(WAITING, query, this::order);
      case "trade/fills" -> page(FILLS, query, this::fill);
      case "account/bills" ->
          query.getOrDefault("type", TRADE).equals(TRADE) ? page(FILLS, query, this::bill) : "";
      default -> "";
    };
  }

  /// One row by its number; higher numbers are newer.
  private interface Numbered {
    String row(int number);
  }

  /// Numbers count from 1 and are the ids.
  private String page(int count, Map<String, String> query, Numbered rows) {
    int before = query.containsKey("after") ? Integer.parseInt(query.get("after")) : count + 1;
    int newest = Math.min(before - 1, query.containsKey("end") ? until(query.get("end")) : count);
    int oldest = query.containsKey("begin") ? until(query.get("begin")) + 1 : 1;
    List<String> page = new ArrayList<>();
    for (int n = newest; n >= oldest && page.size() < PAGE; n--) {
      page.add(rows.row(n));
    }
    return String.join(",", page);
  }

  private long time(int fill) {
    return end.minus(LENGTH.dividedBy(FILLS).multipliedBy(FILLS - fill)).toEpochMilli();
  }

  /// The last fill at or before that time.
  private int until(String millis) {
    long back = end.toEpochMilli() - Long.parseLong(millis);
    long each = LENGTH.dividedBy(FILLS).toMillis();
    int guess = Math.clamp(FILLS - Math.floorDiv(back, each) + 2, 0, FILLS);
    while (guess > 0 && time(guess) > Long.parseLong(millis)) {
      guess--;
    }
    return guess;
  }

  private static String join(List<String> rows) {
    return String.join(",", rows);
  }

  private static String balance() {
    return """
    {"totalEq":"5000000","uTime":"1","details":[{"ccy":"USDT","eq":"5000000","cashBal":"5000000",
    "availBal":"4000000","frozenBal":"1000000","eqUsd":"5000000","upl":"0","uTime":"1"}]}\
    """;
  }

  /// Quiet markets, except for one in ten.
  private static List<String> tickers() {
    List<String> rows = new ArrayList<>();
    for (int leg = 0; leg < LEGS; leg++) {
      rows.add(
          """
          {"instType":"SWAP","instId":"%s","last":"10","lastSz":"1","askPx":"10.1","askSz":"5","bidPx":"9.9",
          "bidSz":"5","open24h":"10","high24h":"%s","low24h":"9.9","volCcy24h":"1000","vol24h":"1000",
          "sodUtc0":"10","sodUtc8":"10","ts":"%d"}\
          """
              .formatted(leg(leg), leg % 10 == 0 ? "11" : "10.2", System.currentTimeMillis()));
    }
    return rows;
  }

  private static List<String> candles(int count) {
    List<String> rows = new ArrayList<>();
    long minute = System.currentTimeMillis() / 60_000;
    for (int n = 0; n < count; n++) {
      rows.add(
          "[\"%d\",\"10\",\"10.1\",\"9.9\",\"10\",\"5\",\"5\",\"50\",\"1\"]"
              .formatted((minute - n) * 60_000));
    }
    return rows;
  }

  private List<String> positions() {
    List<String> rows = new ArrayList<>();
    for (int leg = 0; leg < LEGS; leg++) {
      rows.add(
          """
          {"adl":"1","availPos":"","avgPx":"10","baseBal":"","baseBorrowed":"","baseInterest":"","bePx":"10.01",
          "bizRefId":"","bizRefType":"","cTime":"1700000000000","ccy":"USDT","clSpotInUseAmt":"","closeOrderAlgo":[],
          "deltaBS":"","deltaPA":"","fee":"-5","fundingFee":"0","gammaBS":"","gammaPA":"","idxPx":"10","imr":"500",
          "instId":"%s","instType":"SWAP","interest":"","last":"10","lever":"3","liab":"","liabCcy":"","liqPenalty":"0",
          "liqPx":"1","margin":"","markPx":"10","maxSpotInUseAmt":"","mgnMode":"cross","mgnRatio":"9","mmr":"10",
          "nonSettleAvgPx":"","notionalUsd":"5000","optVal":"","pendingCloseOrdLiabVal":"","pnl":"0","pos":"%d",
          "posCcy":"","posId":"%d","posSide":"net","quoteBal":"","quoteBorrowed":"","quoteInterest":"",
          "realizedPnl":"-5","settledPnl":"","spotInUseAmt":"","spotInUseCcy":"","thetaBS":"","thetaPA":"",
          "tradeId":"1","uTime":"%d","upl":"0","uplLastPx":"0","uplRatio":"0","usdPx":"1","vegaBS":"","vegaPA":""}\
          """
              .formatted(leg(leg), FILLS / LEGS, 9000 + leg, end.toEpochMilli()));
    }
    return rows;
  }

  private String order(int n) {
    return """
    {"accFillSz":"0","algoClOrdId":"","algoId":"","attachAlgoClOrdId":"","attachAlgoOrds":[],"avgPx":"",
    "cTime":"%1$d","cancelSource":"","cancelSourceReason":"","category":"normal","ccy":"","clOrdId":"okgwaits%2$d",
    "fee":"0","feeCcy":"USDT","fillPx":"","fillSz":"0","fillTime":"","instId":"%3$s","instType":"SWAP",
    "isTpLimit":"false","lever":"3","linkedAlgoOrd":{"algoId":""},"ordId":"%4$d","ordType":"limit","pnl":"0",
    "posSide":"net","px":"10","pxType":"","pxUsd":"","pxVol":"","quickMgnType":"","rebate":"0","rebateCcy":"USDT",
    "reduceOnly":"false","side":"buy","slOrdPx":"","slTriggerPx":"","slTriggerPxType":"","source":"","state":"live",
    "stpId":"","stpMode":"cancel_maker","sz":"100","tag":"okxguard","tdMode":"cross","tgtCcy":"","tpOrdPx":"",
    "tpTriggerPx":"","tpTriggerPxType":"","tradeId":"","tradeQuoteCcy":"","uTime":"%1$d"}\
    """
        .formatted(end.toEpochMilli(), n - 1, leg(n - 1), n);
  }

  private String fill(int n) {
    int order = (n - 1) / FILLS_OF_AN_ORDER;
    return """
    {"billId":"%1$d","clOrdId":"okgfilled%2$d","execType":"M","fee":"-0.01","feeCcy":"USDT","feeRate":"",
    "fillFwdPx":"","fillIdxPx":"10","fillMarkPx":"10","fillMarkVol":"","fillPnl":"0","fillPx":"10","fillPxUsd":"",
    "fillPxVol":"","fillSz":"1","fillTime":"%3$d","instId":"%4$s","instType":"SWAP","ordId":"7%2$d","posSide":"net",
    "side":"buy","subType":"1","tag":"okxguard","tradeId":"%1$d","tradeQuoteCcy":"","ts":"%3$d"}\
    """
        .formatted(n, order, time(n), leg(order));
  }

  private String bill(int n) {
    int order = (n - 1) / FILLS_OF_AN_ORDER;
    return """
    {"bal":"5000000","balChg":"-0.01","billId":"%1$d","ccy":"USDT","clOrdId":"okgfilled%2$d","earnAmt":"",
    "earnApr":"","execType":"M","fee":"-0.01","fillFwdPx":"","fillIdxPx":"10","fillMarkPx":"10","fillMarkVol":"",
    "fillPxUsd":"","fillPxVol":"","fillTime":"%3$d","from":"","instId":"%4$s","instType":"SWAP","interest":"0",
    "mgnMode":"cross","notes":"","ordId":"7%2$d","pnl":"0","posBal":"0","posBalChg":"0","px":"10","subType":"1",
    "sz":"1","tag":"okxguard","to":"","tradeId":"%1$d","ts":"%3$d","type":"2"}\
    """
        .formatted(n, order, time(n), leg(order));
  }
}
