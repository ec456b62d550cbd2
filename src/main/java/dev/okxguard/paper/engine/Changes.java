package dev.okxguard.paper.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Remembers whether anything worth saving happened, and what of it goes on record.
final class Changes {
  private boolean any;
  private final List<Recorded> happened = new ArrayList<>();
  private final Map<String, OwnOrder> orders = new LinkedHashMap<>();
  private final Map<String, Algo> algos = new LinkedHashMap<>();

  void mark() {
    any = true;
  }

  /// Something that stays as it is.
  void happened(Recorded row) {
    happened.add(row);
    mark();
  }

  /// An order as it is now, in place of how it was.
  void order(OwnOrder order) {
    orders.put(order.ordId(), order);
    mark();
  }

  /// An algo order as it is now, in place of how it was.
  void algo(Algo algo) {
    algos.put(algo.algoId(), algo);
    mark();
  }

  boolean any() {
    return any;
  }

  /// What goes on record; nothing counts as changed afterwards.
  List<Recorded> take() {
    List<Recorded> rows = new ArrayList<>(happened);
    rows.addAll(orders.values());
    rows.addAll(algos.values());
    happened.clear();
    orders.clear();
    algos.clear();
    any = false;
    return rows;
  }
}
