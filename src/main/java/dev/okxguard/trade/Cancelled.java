package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Order;
import java.util.List;
import java.util.Optional;

/// What came of cancelling many orders.
///
/// @param selected how many orders and algo orders of the selection were met
/// @param orders what of the selection still rests, as last read
/// @param algos the same of algo orders
/// @param unread why the last look failed, so that `orders` and `algos` may be out of date
/// @param refusals what OKX said against a cancel, one text each
/// @param unanswered whether a request went out whose answer is not known
/// @param taken whether OKX took a cancel
/// @param denials what the guard refused: all of it, or the stops that open positions need
/// @param remark what else there is to know, "" when nothing
public record Cancelled(
    String uid,
    int selected,
    List<Order> orders,
    List<Algo> algos,
    Optional<String> unread,
    List<String> refusals,
    boolean unanswered,
    boolean taken,
    List<Denial> denials,
    String remark) {

  public Cancelled {
    orders = List.copyOf(orders);
    algos = List.copyOf(algos);
    refusals = List.copyOf(refusals);
    denials = List.copyOf(denials);
  }

  static Cancelled denied(String uid, List<Denial> denials) {
    return new Cancelled(
        uid, 0, List.of(), List.of(), Optional.empty(), List.of(), false, false, denials, "");
  }

  /// How many rest still.
  public int left() {
    return orders.size() + algos.size();
  }

  /// Whether a read showed that nothing of the selection rests.
  public boolean complete() {
    return denials.isEmpty() && unread.isEmpty() && left() == 0;
  }
}
