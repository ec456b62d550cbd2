package dev.okxguard.okx;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Book;
import dev.okxguard.model.Candle;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.DayRange;
import dev.okxguard.model.Fault;
import dev.okxguard.model.FeeRates;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Span;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// OKX over its REST interface.
public final class RestExchange implements Exchange {

  /// An index is asked for by a guessed name, which OKX may also call a wrong parameter.
  private static final Set<String> NO_INDEX = Set.of("51000", "51001", "51014");

  /// OKX's number for bills of funding.
  private static final String FUNDING = "8";

  private final RestClient client;
  private final OrderReads orders;
  private final PastReads past;
  private final AlgoReads algos;

  public RestExchange(RestClient client) {
    this.client = client;
    this.orders = new OrderReads(client);
    this.past = new PastReads(client);
    this.algos = new AlgoReads(client);
  }

  @Override
  public Instant serverTime() {
    return client.serverTime();
  }

  @Override
  public long clockSkewMillis() {
    return client.clockSkewMillis();
  }

  @Override
  public AccountConfig config() {
    return Accounts.config(only(Endpoint.ACCOUNT_CONFIG, Map.of()));
  }

  @Override
  public Balance balance() {
    return Accounts.balance(only(Endpoint.ACCOUNT_BALANCE, Map.of()));
  }

  @Override
  public List<Position> positions() {
    return rows(Endpoint.ACCOUNT_POSITIONS, client.data(Endpoint.ACCOUNT_POSITIONS, Map.of()))
        .map(Positions::position)
        .filter(position -> !position.flat())
        .toList();
  }

  @Override
  public List<Order> pendingOrders() {
    return orders.pending();
  }

  @Override
  public Optional<Instrument> instrument(InstType type, String instId) {
    Map<String, String> query = Markets.specification(type, instId);
    return find(Endpoint.PUBLIC_INSTRUMENTS, query, ExchangeErrors.NO_INSTRUMENT)
        .map(Markets::instrument);
  }

  @Override
  public Optional<Quote> quote(String instId) {
    return find(Endpoint.TICKER, Query.of("instId", instId), ExchangeErrors.NO_INSTRUMENT)
        .map(Markets::quote);
  }

  @Override
  public Optional<BigDecimal> markPrice(InstType type, String instId) {
    InstType asked = type == InstType.SPOT ? InstType.MARGIN : type;
    Map<String, String> query = Query.of("instType", asked.name(), "instId", instId);
    return find(Endpoint.MARK_PRICE, query, ExchangeErrors.NO_INSTRUMENT).map(Markets::markPrice);
  }

  @Override
  public Optional<BigDecimal> usdIndex(String ccy) {
    return index(ccy + "-USD").or(() -> index(ccy + "-USDT"));
  }

  private Optional<BigDecimal> index(String instId) {
    Map<String, String> query = Query.of("instId", instId);
    return find(Endpoint.INDEX_TICKERS, query, NO_INDEX).map(Markets::indexPrice);
  }

  @Override
  public Book book(String instId, int depth) {
    Map<String, String> query = Query.of("instId", instId, "sz", Integer.toString(depth));
    return Markets.book(only(Endpoint.BOOKS, query), instId);
  }

  @Override
  public Optional<BigDecimal> leverage(String instId, TdMode mgnMode, Optional<PosSide> posSide) {
    return Leverage.of(client, Query.of("instId", instId, "mgnMode", mgnMode.word()), posSide);
  }

  @Override
  public Optional<Order> order(String instId, ClOrdId clOrdId) {
    return orders.one(instId, "clOrdId", clOrdId.text());
  }

  @Override
  public Optional<Order> orderById(String instId, String ordId) {
    return orders.one(instId, "ordId", ordId);
  }

  @Override
  public List<Order> history(InstType type, Instant since, Predicate<List<Order>> enough) {
    return past.orders(Endpoint.ORDERS_HISTORY, type, since, enough);
  }

  @Override
  public List<Order> archive(InstType type, Instant since) {
    return past.orders(Endpoint.ORDERS_HISTORY_ARCHIVE, type, since, _ -> false);
  }

  @Override
  public List<Order> orders(InstType type, Span created, Predicate<List<Order>> enough) {
    return past.orders(type, created, enough);
  }

  @Override
  public void eachFill(
      Instant since, Optional<Instant> until, Consumer<Fill> each, BooleanSupplier enough) {
    past.eachFill(since, until, each, enough);
  }

  @Override
  public List<Fill> fillsArchive(InstType type, Instant since) {
    return past.fillsArchive(type, since);
  }

  @Override
  public void eachBill(
      Instant since, Optional<Instant> until, Consumer<Bill> each, BooleanSupplier enough) {
    past.eachBill(since, until, each, enough);
  }

  @Override
  public List<Fill> fills(Span span, Set<InstType> types, int most) {
    return past.fills(span, types, most);
  }

  @Override
  public List<Bill> bills(Span span, int most) {
    return past.bills(span, most);
  }

  @Override
  public List<Bill> funding(Instant since) {
    return past.bills(FUNDING, since);
  }

  @Override
  public List<DayRange> dayRanges(InstType type) {
    return rows(Endpoint.TICKERS, client.data(Endpoint.TICKERS, Query.of("instType", type.name())))
        .flatMap(row -> Markets.dayRange(row).stream())
        .toList();
  }

  @Override
  public List<Candle> candles(String instId, int minutes) {
    Map<String, String> query = Query.of("instId", instId, "limit", Integer.toString(minutes));
    return rows(Endpoint.CANDLES, client.data(Endpoint.CANDLES, query))
        .map(Markets::candle)
        .toList();
  }

  @Override
  public List<Algo> pendingAlgos() {
    return algos.pending();
  }

  @Override
  public Optional<Algo> algo(ClOrdId algoClOrdId) {
    return algos.one("algoClOrdId", algoClOrdId.text());
  }

  @Override
  public Optional<Algo> algoById(String algoId) {
    return algos.one("algoId", algoId);
  }

  @Override
  public List<Algo> algoHistory(AlgoType type, Instant since) {
    return algos.history(type, since);
  }

  @Override
  public Optional<FeeRates> fees(Instrument instrument) {
    return Fees.of(client, instrument);
  }

  @Override
  public ObjectNode orderBody(OrderDraft draft, ClOrdId clOrdId) {
    return OrderBodies.place(draft, clOrdId);
  }

  @Override
  public ObjectNode closeBody(Position leg, boolean autoCxl, ClOrdId clOrdId) {
    return OrderBodies.close(leg, autoCxl, clOrdId);
  }

  @Override
  public ObjectNode cancelAllAfterBody(Duration timeout) {
    return OrderBodies.cancelAllAfter(timeout);
  }

  @Override
  public ObjectNode algoBody(AlgoDraft draft, ClOrdId algoClOrdId) {
    return AlgoBodies.place(draft, algoClOrdId);
  }

  @Override
  public WriteReply send(Write write, ObjectNode body, Optional<Instant> expiry) {
    return client.write(write, body, expiry);
  }

  @Override
  public WriteReplies send(Write write, List<ObjectNode> bodies, Optional<Instant> expiry) {
    return client.write(write, bodies, expiry);
  }

  private Row only(Endpoint endpoint, Map<String, String> query) {
    JsonNode data = client.data(endpoint, query);
    Row row = new Row(endpoint, data.path(0));
    if (data.size() != 1) {
      throw row.broken("data", "has " + data.size() + " rows where one was asked for");
    }
    return row;
  }

  /// The row asked for; empty when there is none or OKX says so by one of these codes.
  private Optional<Row> find(Endpoint endpoint, Map<String, String> query, Set<String> absent) {
    try {
      String instId = query.get("instId");
      return rows(endpoint, client.data(endpoint, query))
          .filter(row -> row.text("instId").equals(instId))
          .findFirst();
    } catch (Fault fault) {
      if (Said.said(fault, absent)) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  private static Stream<Row> rows(Endpoint endpoint, JsonNode data) {
    return data.values().stream().map(node -> new Row(endpoint, node));
  }
}
