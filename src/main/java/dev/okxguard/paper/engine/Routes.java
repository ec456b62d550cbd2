package dev.okxguard.paper.engine;

import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which handler answers which endpoint.
final class Routes {
  /// Answers a call on a session.
  interface Handler {
    Result answer(Session session, Call call);
  }

  private static final Map<String, Handler> ACCOUNT =
      Map.ofEntries(
          Map.entry("GET account/config", (s, call) -> new ConfigCalls(s).config()),
          Map.entry("GET account/balance", (s, call) -> new BalanceReads(s).balance(call)),
          Map.entry("GET account/positions", (s, call) -> new PositionReads(s).positions(call)),
          Map.entry(
              "GET account/positions-history",
              (s, call) -> new PositionHistoryReads(s).history(call)),
          Map.entry("GET account/bills", (s, call) -> new BillReads(s).bills(call)),
          Map.entry("GET account/bills-archive", (s, call) -> new BillReads(s).archive(call)),
          Map.entry("GET account/trade-fee", (s, call) -> new FeeReads(s).fees(call)),
          Map.entry("GET account/leverage-info", (s, call) -> new LeverageCalls(s).info(call)),
          Map.entry("GET account/max-size", (s, call) -> new SizeReads(s).maxSize(call)),
          Map.entry("GET account/max-avail-size", (s, call) -> new SizeReads(s).maxAvailable(call)),
          Map.entry("GET account/account-position-risk", (s, call) -> new RiskReads(s).risk(call)),
          Map.entry("GET account/max-withdrawal", (s, call) -> new AssetReads(s).free(call)),
          Map.entry("GET account/interest-rate", (s, call) -> new AssetReads(s).interest(call)),
          Map.entry(
              "POST account/position/margin-balance", (s, call) -> new MarginCalls(s).move(call)),
          Map.entry("POST account/set-leverage", (s, call) -> new LeverageCalls(s).set(call)),
          Map.entry(
              "POST account/set-position-mode",
              (s, call) -> new ConfigCalls(s).setPositionMode(call)),
          Map.entry("GET asset/balances", (s, call) -> new AssetReads(s).balances(call)),
          Map.entry("GET asset/asset-valuation", (s, call) -> new AssetReads(s).valuation(call)),
          Map.entry("GET asset/currencies", (s, call) -> new AssetReads(s).currencies(call)),
          Map.entry("GET asset/bills", (s, call) -> new TransferCalls(s).bills(call)),
          Map.entry("GET asset/transfer-state", (s, call) -> new TransferCalls(s).state(call)),
          Map.entry("POST asset/transfer", (s, call) -> new TransferCalls(s).transfer(call)));

  /// What never happens here: nothing is deposited, withdrawn or borrowed, and there is one
  /// account.
  private static final Map<String, Handler> NOTHING =
      Stream.of(
              "GET account/interest-accrued",
              "GET asset/deposit-history",
              "GET asset/withdrawal-history",
              "GET users/subaccount/list")
          .collect(
              Collectors.toUnmodifiableMap(
                  path -> path, path -> (s, call) -> Result.of(Row.list(List.of()))));

  private static final Map<String, Handler> TRADE =
      Map.ofEntries(
          Map.entry("POST trade/order", (s, call) -> new PlaceWrites(s).place(call)),
          Map.entry("POST trade/batch-orders", (s, call) -> new PlaceWrites(s).batch(call)),
          Map.entry("POST trade/cancel-order", (s, call) -> new CancelWrites(s).cancel(call)),
          Map.entry("POST trade/cancel-batch-orders", (s, call) -> new CancelWrites(s).batch(call)),
          Map.entry("POST trade/amend-order", (s, call) -> new AmendWrites(s).amend(call)),
          Map.entry("POST trade/amend-batch-orders", (s, call) -> new AmendWrites(s).batch(call)),
          Map.entry("POST trade/close-position", (s, call) -> new CloseWrites(s).close(call)),
          Map.entry("POST trade/cancel-all-after", (s, call) -> new CancelAllAfter(s).set(call)),
          Map.entry("GET trade/account-rate-limit", (s, call) -> new ConfigCalls(s).rateLimit()),
          Map.entry("GET trade/order", (s, call) -> new OrderReads(s).order(call)),
          Map.entry("GET trade/orders-pending", (s, call) -> new OrderReads(s).pending(call)),
          Map.entry("GET trade/orders-history", (s, call) -> new OrderReads(s).history(call)),
          Map.entry(
              "GET trade/orders-history-archive", (s, call) -> new OrderReads(s).archive(call)),
          Map.entry("GET trade/fills", (s, call) -> new FillReads(s).fills(call)),
          Map.entry("GET trade/fills-history", (s, call) -> new FillReads(s).history(call)),
          Map.entry("GET trade/orders-algo-pending", (s, call) -> new AlgoReads(s).pending(call)),
          Map.entry("GET trade/orders-algo-history", (s, call) -> new AlgoReads(s).history(call)),
          Map.entry("POST trade/order-algo", (s, call) -> new AlgoWrites(s).place(call)),
          Map.entry("POST trade/cancel-algos", (s, call) -> new AlgoWrites(s).cancel(call)),
          Map.entry("POST trade/cancel-advance-algos", (s, call) -> new AlgoWrites(s).cancel(call)),
          Map.entry("POST trade/amend-algos", (s, call) -> new AlgoAmendWrites(s).amend(call)),
          Map.entry("GET trade/order-algo", (s, call) -> new AlgoReads(s).order(call)));

  private static final Map<String, Handler> ALL =
      Stream.of(ACCOUNT, TRADE, NOTHING)
          .flatMap(part -> part.entrySet().stream())
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> entry.getKey().replace(" ", " /api/v5/"), Map.Entry::getValue));

  private Routes() {}

  static Optional<Handler> find(String method, String path) {
    return Optional.ofNullable(ALL.get(method + " " + path));
  }
}
