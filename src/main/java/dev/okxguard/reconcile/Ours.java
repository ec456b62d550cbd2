package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// What our journal recorded an intent for. More than what is asked about does no harm.
///
/// @param clOrdIds client ids that we gave orders, algo orders and stops attached to orders
/// @param placed by client id, the ids that the exchange gave us for it: OKX lets anybody use a
///   client id again once its order is over
/// @param attached by the client id of an order or algo order, those of its attached stops
/// @param cancelled order ids, algo ids and client ids of what we asked to cancel
/// @param asked by the id of what we asked to change, the sizes and prices we asked for
/// @param levers by [#lever], the leverages we asked for
/// @param posModes the position modes we asked for
public record Ours(
    Set<String> clOrdIds,
    Map<String, Set<String>> placed,
    Map<String, Set<String>> attached,
    Set<String> cancelled,
    Map<String, Set<BigDecimal>> asked,
    Map<String, Set<BigDecimal>> levers,
    Set<String> posModes) {
  /// Nothing is ours.
  public static final Ours NOTHING =
      new Ours(Set.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), Set.of());

  public Ours {
    clOrdIds = Set.copyOf(clOrdIds);
    placed = Map.copyOf(placed);
    attached = Map.copyOf(attached);
    cancelled = Set.copyOf(cancelled);
    asked = Map.copyOf(asked);
    levers = Map.copyOf(levers);
    posModes = Set.copyOf(posModes);
  }

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

  /// Whether we asked to cancel what has one of those ids.
  boolean cancelled(String id, String clOrdId) {
    return cancelled.contains(id) || cancelled.contains(clOrdId);
  }

  /// Whether we asked for that size or price of what has one of those ids.
  boolean asked(String id, String clOrdId, BigDecimal value) {
    return has(asked, id, value) || has(asked, clOrdId, value);
  }

  /// Whether we asked for that leverage: OKX keeps one for both legs of cross margin.
  boolean lever(Leg leg, BigDecimal value) {
    String both = lever(leg.instId(), leg.mgnMode().word(), "");
    return has(levers, both, value)
        || has(levers, lever(leg.instId(), leg.mgnMode().word(), leg.posSide().word()), value);
  }

  static String lever(String instId, String mgnMode, String posSide) {
    return instId + " " + mgnMode + " " + posSide;
  }

  private static boolean has(Map<String, Set<BigDecimal>> all, String id, BigDecimal value) {
    return all.getOrDefault(id, Set.of()).contains(value.stripTrailingZeros());
  }
}
