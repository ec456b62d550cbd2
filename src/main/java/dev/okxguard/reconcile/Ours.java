package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What our journal recorded an intent for. More than what is asked about does no harm.
///
/// @param clOrdIds client ids that we gave orders, algo orders and stops attached to orders
/// @param placed by client id, the ids that the exchange gave us for it: OKX lets anybody use a
///   client id again once its order is over
/// @param attached by the client id of an order or algo order, those of its attached stops
/// @param given by the client id of an order or algo order, the size and price it was given
/// @param cancelled order ids, algo ids and client ids of what we asked to cancel
/// @param asked by the id of what we asked to change and the field, what we asked for last
/// @param levers by [#lever], the leverage we asked for last
/// @param posMode the position mode we asked for last
public record Ours(
    Set<String> clOrdIds,
    Map<String, Set<String>> placed,
    Map<String, Set<String>> attached,
    Map<String, Given> given,
    Set<String> cancelled,
    Map<String, Map<String, BigDecimal>> asked,
    Map<String, BigDecimal> levers,
    Optional<String> posMode) {
  /// Nothing is ours.
  public static final Ours NOTHING =
      new Ours(
          Set.of(), Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), Optional.empty());

  public Ours {
    clOrdIds = Set.copyOf(clOrdIds);
    placed = Map.copyOf(placed);
    attached = Map.copyOf(attached);
    given = Map.copyOf(given);
    cancelled = Set.copyOf(cancelled);
    asked = Map.copyOf(asked);
    levers = Map.copyOf(levers);
  }

  /// What we wanted an order or algo order to be; what is empty was left to the exchange.
  record Given(Optional<BigDecimal> sz, Optional<BigDecimal> px) {}

  /// What those intents make ours.
  public static Ours of(Collection<Event.Intent> intents) {
    Gathered gathered = new Gathered();
    intents.forEach(gathered::take);
    return gathered.ours();
  }

  /// Whether we gave out that client id.
  boolean gave(String clOrdId) {
    return clOrdIds.contains(clOrdId);
  }

  /// Whether we gave out that client id, and not for another order than this one.
  ///
  /// @param id of the order or algo order, "" where it is not known
  boolean gave(String clOrdId, String id) {
    Set<String> known = placed.getOrDefault(clOrdId, Set.of());
    return gave(clOrdId) && (known.isEmpty() || id.isEmpty() || known.contains(id));
  }

  /// What waits there as we gave it, empty when we gave it no size or price that is known.
  Optional<Working> given(Working is) {
    return Optional.ofNullable(given.get(is.clOrdId()))
        .map(as -> is.given(as.sz().or(is::sz), as.px().or(is::px)));
  }

  /// Whether we asked to cancel what has one of those ids.
  boolean cancelled(String id, String clOrdId) {
    return cancelled.contains(id) || cancelled.contains(clOrdId);
  }

  /// Whether we asked for that size or price of what has one of those ids.
  ///
  /// @param term `sz`, `px`, or a number of an algo order by OKX's name
  boolean asked(String id, String clOrdId, String term, BigDecimal value) {
    return Stream.of(id, clOrdId)
        .flatMap(one -> asked.getOrDefault(one, Map.of()).entrySet().stream())
        .filter(it -> part(it.getKey().substring("new".length())).equals(part(term)))
        .anyMatch(it -> Decimals.same(it.getValue(), value));
  }

  /// Whether all of it is filled, also of a larger size that we asked for.
  boolean filled(Working order) {
    return order.done()
        && Stream.of(order.id(), order.clOrdId())
            .flatMap(id -> Stream.ofNullable(asked.getOrDefault(id, Map.of()).get("newSz")))
            .allMatch(sz -> order.filled().compareTo(sz) >= 0);
  }

  /// Of what a number is: a price goes with its trigger, and each kind of order calls its own so.
  private static String part(String term) {
    String name = term.toLowerCase(Locale.ROOT);
    return name.equals("sz") ? name : name.startsWith("tp") ? "tp" : "px";
  }

  /// Whether that is the leverage we asked for.
  boolean lever(Leg leg, BigDecimal value) {
    String mode = leg.mgnMode().word();
    String both = lever(leg.instId(), mode, "");
    String own = lever(leg.instId(), mode, leg.posSide().word());
    return Optional.ofNullable(levers.get(own))
        .or(() -> Optional.ofNullable(levers.get(both)))
        .filter(asked -> Decimals.same(asked, value))
        .isPresent();
  }

  /// What has one leverage: OKX keeps one for both legs of cross margin, and there one for all
  /// futures of a family.
  static String lever(String instId, String mgnMode, String posSide) {
    boolean cross = mgnMode.equals(TdMode.CROSS.word());
    boolean family = cross && InstType.byForm(instId) == InstType.FUTURES;
    String what = family ? InstType.familyByForm(instId) + "-*" : instId;
    return what + " " + mgnMode + " " + (cross ? "" : posSide);
  }
}
