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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// OKX in our own values. Reads repeat within bounds and throw a [dev.okxguard.model.Fault] when
/// they fail: a failed read is never an empty answer. Writes go out at most once and never throw
/// for network trouble; their [WriteReply] says what is known.
///
/// Reads that OKX pages are read to the last page. Safe for use by several threads.
public interface Exchange {
  /// The exchange's clock, from the local one and the measured offset.
  Instant serverTime();

  /// Local minus server clock in milliseconds, by the last measurement.
  long clockSkewMillis();

  AccountConfig config();

  Balance balance();

  /// Every open leg, of every type.
  List<Position> positions();

  /// Every pending order, of every instrument, all pages.
  List<Order> pendingOrders();

  /// The instrument, or empty when the exchange does not know it.
  Optional<Instrument> instrument(InstType type, String instId);

  /// Last, bid and ask; empty when the exchange does not know the instrument.
  Optional<Quote> quote(String instId);

  /// Mark price; empty where there is none (spot pairs without margin trading).
  Optional<BigDecimal> markPrice(InstType type, String instId);

  /// The index price in USD (or USDT when there is no USD index) of one unit of a currency; empty
  /// when there is none.
  Optional<BigDecimal> usdIndex(String ccy);

  /// The book to `depth` levels a side (1 to 400).
  Book book(String instId, int depth);

  /// Leverage set for the instrument in that mode; the highest of the sides in long/short mode;
  /// empty when the exchange gives none.
  default Optional<BigDecimal> leverage(String instId, TdMode mgnMode) {
    return leverage(instId, mgnMode, Optional.empty());
  }

  /// The same of that side alone, where the exchange keeps the sides apart.
  Optional<BigDecimal> leverage(String instId, TdMode mgnMode, Optional<PosSide> posSide);

  /// The newest order of that client id, or empty when the exchange says it does not exist (51603).
  /// Long-finished orders and cancelled ones without fills are forgotten after a while.
  Optional<Order> order(String instId, ClOrdId clOrdId);

  /// The order of that id, or empty as above.
  Optional<Order> orderById(String instId, String ordId);

  /// Finished orders of the last seven days of that type created at or after `since`, newest first.
  default List<Order> history(InstType type, Instant since) {
    return history(type, since, _ -> false);
  }

  /// The same, as far back as somebody wants to know.
  ///
  /// @param enough shown what was read so far, newest first; whatever is older is left out then
  List<Order> history(InstType type, Instant since, Predicate<List<Order>> enough);

  /// Finished orders of the last three months of that type created at or after `since`, newest
  /// first; without those cancelled unfilled. Lags behind by up to some minutes.
  List<Order> archive(InstType type, Instant since);

  /// Finished orders of that type created in that span, back to three months. Those cancelled
  /// unfilled are forgotten after two hours.
  ///
  /// @param enough asked after each page about all that was read, newest first
  List<Order> orders(InstType type, Span created, Predicate<List<Order>> enough);

  /// All of them.
  default List<Order> orders(InstType type, Span created) {
    return orders(type, created, _ -> false);
  }

  /// Gives fills of the last three days at or after `since`, newest first, one by one: there may be
  /// more of them than should be held.
  ///
  /// @param until only those before; all newer ones where it is empty
  /// @param enough asked after each page whether to leave the older ones unread
  void eachFill(
      Instant since, Optional<Instant> until, Consumer<Fill> each, BooleanSupplier enough);

  /// The same all together.
  default List<Fill> fills(Instant since) {
    List<Fill> all = new ArrayList<>();
    eachFill(since, Optional.empty(), all::add, () -> false);
    return all;
  }

  /// Fills of the last three months of that type at or after `since`, newest first.
  List<Fill> fillsArchive(InstType type, Instant since);

  /// Gives changes of balances at or after `since`, newest first, one by one; up to three months
  /// back.
  ///
  /// @param until only those before; all newer ones where it is empty
  /// @param enough asked after each page whether to leave the older ones unread
  void eachBill(
      Instant since, Optional<Instant> until, Consumer<Bill> each, BooleanSupplier enough);

  /// Every fill in that span, back to three months: of all types where it lies within the last
  /// three days, else of these. The archive of the older ones lags behind by up to some minutes.
  ///
  /// @param most reading ends where it shows that there are more: those given are the newest then
  List<Fill> fills(Span span, Set<InstType> types, int most);

  /// Every change of a balance in that span, back to three months.
  ///
  /// @param most as above
  List<Bill> bills(Span span, int most);

  /// Funding paid and received at or after `since`, newest first; up to seven days back.
  List<Bill> funding(Instant since);

  /// Between which prices each instrument of that type traded in 24 hours, without those that OKX
  /// gives no prices for.
  List<DayRange> dayRanges(InstType type);

  /// The newest one-minute candles of trades, newest first.
  ///
  /// @param minutes 1 to 300
  List<Candle> candles(String instId, int minutes);

  /// Every waiting algo order, of every type and instrument, all pages.
  List<Algo> pendingAlgos();

  /// The algo order of that client id, or empty when the exchange says it does not exist.
  Optional<Algo> algo(ClOrdId algoClOrdId);

  /// The algo order of that id, or empty as above.
  Optional<Algo> algoById(String algoId);

  /// Ended algo orders of that type created at or after `since`, newest first.
  List<Algo> algoHistory(AlgoType type, Instant since);

  /// What the account pays for trades; empty when OKX does not say.
  Optional<FeeRates> fees(Instrument instrument);

  /// The body `POST /api/v5/trade/order` will carry for this draft, so that it can be journaled as
  /// sent.
  ObjectNode orderBody(OrderDraft draft, ClOrdId clOrdId);

  /// The body `POST /api/v5/trade/close-position` will carry: the whole of that leg at market.
  ///
  /// @param autoCxl whether OKX first cancels the closing orders that stand in the way
  ObjectNode closeBody(Position leg, boolean autoCxl, ClOrdId clOrdId);

  /// The body `POST /api/v5/trade/cancel-all-after` will carry: for orders of this program alone.
  ///
  /// @param timeout 10 to 120 s, or zero to switch it off
  ObjectNode cancelAllAfterBody(Duration timeout);

  /// The body `POST /api/v5/trade/order-algo` will carry for this draft.
  ObjectNode algoBody(AlgoDraft draft, ClOrdId algoClOrdId);

  /// Sends that write once, body as OKX documents it.
  ///
  /// @param expiry nothing goes out once OKX's clock is past it; OKX drops what arrives later only
  ///   where [Write#expires()]
  WriteReply send(Write write, ObjectNode body, Optional<Instant> expiry);

  /// Sends several of a kind in one request, once; each has a verdict of its own.
  ///
  /// @param bodies 1 to [Write#most()]
  WriteReplies send(Write write, List<ObjectNode> bodies, Optional<Instant> expiry);
}
