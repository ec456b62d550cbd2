package dev.okxguard.okx;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Finished orders, fills and bills, back to a time, all pages. No more than one page of an answer
/// is held at a time.
final class PastReads {
  private static final int PAGE = 100;

  /// How far back the list of recent fills reaches, less what clocks may differ.
  private static final Duration RECENT_FILLS = Duration.ofDays(3).minusMinutes(1);

  /// The same for orders and bills.
  private static final Duration RECENT = Duration.ofDays(7).minusMinutes(1);

  /// How much later than its trade the record of a fill may be written, which OKX's lists go by.
  private static final Duration RECORDED = Duration.ofSeconds(10);

  private final RestClient client;

  PastReads(RestClient client) {
    this.client = client;
  }

  /// @param endpoint of the last seven days or of the last three months
  /// @param enough asked after each page about all that was read
  List<Order> orders(
      Endpoint endpoint, InstType type, Instant since, Predicate<List<Order>> enough) {
    Map<String, String> query = Query.of("instType", type.name(), "begin", before(since));
    return list(
        new Pages.Listing(endpoint, query, by("ordId"), from("cTime", since)),
        Orders::order,
        order -> !order.created().isBefore(since),
        enough);
  }

  /// @param enough asked after each page about all that was read
  List<Order> orders(InstType type, Span created, Predicate<List<Order>> enough) {
    Endpoint endpoint =
        recent(created, RECENT) ? Endpoint.ORDERS_HISTORY : Endpoint.ORDERS_HISTORY_ARCHIVE;
    return list(
        new Pages.Listing(
            endpoint,
            within(created, Query.of("instType", type.name())),
            by("ordId"),
            from("cTime", created.from())),
        Orders::order,
        order -> created.holds(order.created()),
        enough);
  }

  /// Those of the last three months.
  List<Fill> fillsArchive(InstType type, Instant since) {
    return list(
        since(Endpoint.FILLS_HISTORY, Query.of("instType", type.name()), since),
        Orders::fill,
        fill -> !fill.time().isBefore(since));
  }

  /// Those of the last three days, one by one.
  ///
  /// @param enough asked after each page
  void eachFill(
      Instant since, Optional<Instant> until, Consumer<Fill> each, BooleanSupplier enough) {
    each(
        since(Endpoint.FILLS, end(until.map(PastReads::recorded)), since).until(enough),
        Orders::fill,
        fill -> !fill.time().isBefore(since) && before(until, fill.time()),
        each);
  }

  private static Pages.Listing since(Endpoint endpoint, Map<String, String> also, Instant since) {
    Map<String, String> query = new LinkedHashMap<>(also);
    query.put("begin", before(since));
    return new Pages.Listing(endpoint, query, by("billId"), from("ts", since));
  }

  /// @param types asked for one by one where OKX does not list all together
  /// @param most of a list
  List<Fill> fills(Span span, Set<InstType> types, int most) {
    if (recent(span, RECENT_FILLS)) {
      return fills(Endpoint.FILLS, span, Map.of(), most);
    }
    List<Fill> all = new ArrayList<>();
    types.stream()
        .sorted()
        .map(type -> fills(Endpoint.FILLS_HISTORY, span, Query.of("instType", type.name()), most))
        .forEach(all::addAll);
    return all;
  }

  private List<Fill> fills(Endpoint endpoint, Span span, Map<String, String> type, int most) {
    return list(
        new Pages.Listing(
            endpoint,
            within(new Span(span.from(), recorded(span.to())), type),
            by("billId"),
            from("ts", span.from())),
        Orders::fill,
        fill -> span.holds(fill.time()),
        fills -> fills.size() > most);
  }

  List<Bill> bills(Span span, int most) {
    Endpoint endpoint = recent(span, RECENT) ? Endpoint.BILLS : Endpoint.BILLS_ARCHIVE;
    return list(
        new Pages.Listing(endpoint, within(span, Map.of()), by("billId"), from("ts", span.from())),
        Accounts::bill,
        bill -> span.holds(bill.time()),
        bills -> bills.size() > most);
  }

  /// Recent bills, or all that OKX keeps, one by one.
  ///
  /// @param enough asked after each page
  void eachBill(
      Instant since, Optional<Instant> until, Consumer<Bill> each, BooleanSupplier enough) {
    boolean recent = since.isAfter(client.serverTime().minus(RECENT));
    Endpoint endpoint = recent ? Endpoint.BILLS : Endpoint.BILLS_ARCHIVE;
    each(
        since(endpoint, end(until), since).until(enough),
        Accounts::bill,
        after(since).and(bill -> before(until, bill.time())),
        each);
  }

  /// @param type only bills of that kind, of the last seven days
  List<Bill> bills(String type, Instant since) {
    return list(since(Endpoint.BILLS, Query.of("type", type), since), Accounts::bill, after(since));
  }

  private static Predicate<Bill> after(Instant since) {
    return bill -> !bill.time().isBefore(since);
  }

  private <T> List<T> list(Pages.Listing listing, Function<Row, T> value, Predicate<T> wanted) {
    return list(listing, value, wanted, _ -> false);
  }

  private <T> List<T> list(
      Pages.Listing listing,
      Function<Row, T> value,
      Predicate<T> wanted,
      Predicate<List<T>> enough) {
    List<T> values = new ArrayList<>();
    each(listing.until(() -> enough.test(values)), value, wanted, values::add);
    return values;
  }

  /// Pages may overlap when something happens between them: each row counts once.
  private <T> void each(
      Pages.Listing listing, Function<Row, T> value, Predicate<T> wanted, Consumer<T> each) {
    SequencedSet<T> latest = new LinkedHashSet<>();
    client
        .pages()
        .each(
            listing,
            row -> {
              T one = value.apply(row);
              if (wanted.test(one) && latest.add(one)) {
                each.accept(one);
              }
              if (latest.size() > 2 * PAGE) {
                latest.removeFirst();
              }
            });
  }

  private boolean recent(Span span, Duration reach) {
    return span.from().isAfter(client.serverTime().minus(reach));
  }

  private static Pages.Cursor by(String field) {
    return new Pages.Cursor(field, PAGE);
  }

  /// OKX does not say whether `begin` and `end` include their own millisecond.
  private static Map<String, String> within(Span span, Map<String, String> also) {
    Map<String, String> query = new LinkedHashMap<>(also);
    query.put("begin", before(span.from()));
    query.putAll(end(Optional.of(span.to())));
    return query;
  }

  private static Map<String, String> end(Optional<Instant> until) {
    return until
        .map(end -> Query.of("end", Long.toString(end.toEpochMilli() + 1)))
        .orElse(Map.of());
  }

  /// By when all trades before that moment are in the lists under their time.
  private static Instant recorded(Instant end) {
    return end.plus(RECORDED);
  }

  private static boolean before(Optional<Instant> until, Instant time) {
    return until.isEmpty() || time.isBefore(until.get());
  }

  private static String before(Instant since) {
    return Long.toString(since.toEpochMilli() - 1);
  }

  /// Newest first: past that time nothing more of interest comes.
  private static Predicate<Row> from(String field, Instant since) {
    return row -> !row.time(field).isBefore(since);
  }
}
