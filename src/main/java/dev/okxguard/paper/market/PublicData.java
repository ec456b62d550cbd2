package dev.okxguard.paper.market;

import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/// The exchange's public endpoints (reference c.1, c.2); all are GET.
public final class PublicData {
  private static final Map<String, PublicEndpoint> ENDPOINTS =
      Map.ofEntries(
          Map.entry("/api/v5/public/time", PublicData::time),
          Map.entry("/api/v5/public/instruments", InstrumentRows::answer),
          Map.entry("/api/v5/public/price-limit", ContractRows::priceLimit),
          Map.entry("/api/v5/public/mark-price", ContractRows::markPrice),
          Map.entry("/api/v5/public/funding-rate", FundingRows::current),
          Map.entry("/api/v5/public/funding-rate-history", FundingRows::history),
          Map.entry("/api/v5/public/open-interest", ContractRows::openInterest),
          Map.entry("/api/v5/public/position-tiers", ContractRows::positionTiers),
          Map.entry("/api/v5/system/status", query -> PublicEndpoint.rows()),
          Map.entry("/api/v5/market/ticker", TickerRows::ticker),
          Map.entry("/api/v5/market/tickers", TickerRows::tickers),
          Map.entry("/api/v5/market/index-tickers", TickerRows::indexTickers),
          Map.entry("/api/v5/market/books", TapeRows::books),
          Map.entry("/api/v5/market/trades", TapeRows::trades),
          Map.entry("/api/v5/market/exchange-rate", query -> TickerRows.exchangeRate()),
          Map.entry("/api/v5/market/candles", CandleRows::latest),
          Map.entry("/api/v5/market/history-candles", CandleRows::history),
          Map.entry("/api/v5/market/index-candles", CandleRows::index),
          Map.entry("/api/v5/market/history-index-candles", CandleRows::indexHistory),
          Map.entry("/api/v5/market/mark-price-candles", CandleRows::mark),
          Map.entry("/api/v5/market/history-mark-price-candles", CandleRows::markHistory),
          Map.entry("/api/v5/market/books-full", TapeRows::booksFull),
          Map.entry("/api/v5/market/history-trades", TapeRows::history),
          Map.entry("/api/v5/public/underlying", InstrumentRows::underlying),
          // There are no options.
          Map.entry("/api/v5/public/opt-summary", query -> PublicEndpoint.rows()),
          Map.entry("/api/v5/public/delivery-exercise-history", DeliveryRows::answer));

  private final PaperMarket market;

  public PublicData(PaperMarket market) {
    this.market = market;
  }

  /// Whether that path is a public one, whatever the method.
  public static boolean serves(String path) {
    return ENDPOINTS.containsKey(path);
  }

  /// Answers a GET of a path that [#serves(String)] knows.
  public Result handle(Call call) {
    return handle(ENDPOINTS.get(call.path()), call);
  }

  /// The account's twin of the instrument list: the same rows, as every instrument may be traded.
  public Result accountInstruments(Call call) {
    return handle(InstrumentRows::answer, call);
  }

  private Result handle(PublicEndpoint endpoint, Call call) {
    try {
      return Result.of(endpoint.answer(new Query(call, market)));
    } catch (Refusal refusal) {
      return refusal.result();
    }
  }

  private static ArrayNode time(Query query) {
    ArrayNode rows = PublicEndpoint.rows();
    rows.addObject().put("ts", Long.toString(query.now().toEpochMilli()));
    return rows;
  }
}
