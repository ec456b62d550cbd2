package dev.okxguard.reconcile;

import dev.okxguard.guard.Protection;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Order;
import java.util.Optional;

/// Why known orders wait no more: explained before blamed.
record Fates(Pending pending) {
  private static final String ENDED = "it went with its instrument, which has expired";

  /// What became of it.
  ///
  /// @param severity [Severity#INFO] for the exchange's own reasons
  record Fate(Severity severity, String words) {}

  /// Whether nobody knows a good reason.
  boolean blamed(Optional<Fate> fate) {
    return fate.filter(it -> it.severity() != Severity.INFO).isPresent();
  }

  /// Empty when it went as orders of ours go: filled, or cancelled by us.
  Optional<Fate> order(Working order) {
    if (ours().filled(order) || ours().cancelled(order.id(), order.clOrdId())) {
      return Optional.empty();
    }
    Optional<Order> found = Optional.ofNullable(pending.demands().gone().get(order.id()));
    return found.isEmpty() ? Optional.of(forgotten(order)) : of(found.get());
  }

  /// OKX takes closing orders away with their position, and forgets them two hours later.
  private Fate forgotten(Working order) {
    return order.closing() && (order.over() || flat(order))
        ? new Fate(Severity.INFO, "the exchange knows it no more; its position was closed")
        : unknown(order);
  }

  private Optional<Fate> of(Order order) {
    return switch (order.state()) {
      case FILLED -> Optional.empty();
      case LIVE, PARTIALLY_FILLED -> warn("the exchange says that it waits, but does not list it");
      case MMP_CANCELED -> info("cancelled by market maker protection");
      case CANCELED -> cancelled(order);
    };
  }

  private Optional<Fate> cancelled(Order order) {
    String when = ", " + When.text(order.updated(), pending.actual().at());
    if (order.cancelSource().equals("1")) {
      return warn("cancelled by hand in the app or by another program" + when);
    }
    return CancelSource.words(order.cancelSource())
        .map(why -> info("cancelled by the exchange: " + why + when))
        .orElseGet(() -> warn("cancelled, for a reason that this version does not know" + when));
  }

  /// The same of an algo order.
  Optional<Fate> algo(Working algo) {
    if (ours().cancelled(algo.id(), algo.clOrdId())) {
      return Optional.empty();
    }
    Optional<Algo> found = Optional.ofNullable(pending.demands().goneAlgos().get(algo.id()));
    return found.isEmpty() ? Optional.of(unknown(algo)) : of(algo, found.get());
  }

  private Optional<Fate> of(Working known, Algo algo) {
    String when = ", " + When.text(algo.updated(), pending.actual().at());
    return switch (algo.state()) {
      case EFFECTIVE -> Optional.empty();
      case LIVE, PAUSE, PARTIALLY_EFFECTIVE ->
          warn("the exchange says that it waits, but does not list it");
      case CANCELED -> cancelled(known, protects(algo), when);
      case ORDER_FAILED, PARTIALLY_FAILED ->
          warn("it fired, but its order was refused (" + algo.failCode() + ")" + when);
    };
  }

  private Optional<Fate> cancelled(Working algo, boolean protects, String when) {
    if (ended(algo)) {
      return info(ENDED);
    }
    if (protects && (algo.over() || flat(algo))) {
      return info("cancelled with its position" + when);
    }
    return warn("cancelled by hand in the app, by another program or by the exchange" + when);
  }

  /// Whether the exchange takes it away with its position: spot has none, and what waits to open
  /// one needs none.
  private static boolean protects(Algo algo) {
    boolean stop =
        switch (algo.type()) {
          case CONDITIONAL, OCO, MOVE_ORDER_STOP -> true;
          case TRIGGER, CHASE, ICEBERG, SMART_ICEBERG, TWAP -> algo.reduceOnly();
        };
    return stop && algo.instType().contracts();
  }

  /// Whether there is no position that it would close.
  private boolean flat(Working closing) {
    return pending.actual().positions().stream()
        .noneMatch(p -> Leg.of(p).equals(closing.leg()) && Protection.closes(p, closing.side()));
  }

  private Ours ours() {
    return pending.demands().ours();
  }

  private boolean ended(Working order) {
    return ById.ended(order.instId(), pending.actual().at());
  }

  private Fate unknown(Working order) {
    return ended(order)
        ? new Fate(Severity.INFO, ENDED)
        : new Fate(Severity.WARN, "the exchange knows it no more: cancelled, nobody knows by whom");
  }

  private static Optional<Fate> warn(String words) {
    return Optional.of(new Fate(Severity.WARN, words));
  }

  private static Optional<Fate> info(String words) {
    return Optional.of(new Fate(Severity.INFO, words));
  }
}
