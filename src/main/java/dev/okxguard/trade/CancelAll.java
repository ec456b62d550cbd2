package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Cancels everything of a selection: look, cancel what is there in full requests, look again,
/// until twice in a row nothing is left or a bound is reached. Stops that an open position needs
/// stay. One refusal or lost answer keeps nothing else from going.
final class CancelAll {
  private static final int PASSES = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofMillis(300);

  private final Desk desk;
  private final Account account;
  private final Reductions requests;

  private final Map<Algo, Denial> kept = new LinkedHashMap<>();

  /// What rests of the selection.
  private record Resting(List<Order> orders, List<Algo> algos) {
    boolean none() {
      return orders.isEmpty() && algos.isEmpty();
    }

    Set<String> ids() {
      return Stream.concat(orders.stream().map(Order::ordId), algos.stream().map(Algo::algoId))
          .collect(Collectors.toSet());
    }
  }

  CancelAll(Desk desk, Account account, Reductions requests) {
    this.desk = desk;
    this.account = account;
    this.requests = requests;
  }

  /// @throws Fault when what rests cannot be read at first
  Cancelled run(CancelSelection selection) {
    List<Denial> denials = new GuardWrite().judgeWrite(desk.policy());
    if (!denials.isEmpty()) {
      return Cancelled.denied(account.uid(), denials);
    }
    Resting resting = read(selection);
    Optional<String> unread = Optional.empty();
    long end = desk.time().nanos() + PATIENCE.toNanos();
    try {
      boolean twice = false;
      for (int pass = 0; pass < PASSES && !twice && desk.time().nanos() - end < 0; pass++) {
        boolean none = resting.none() && unread.isEmpty();
        requests.cancelOrders(resting.orders());
        requests.cancelAlgos(resting.algos());
        desk.time().pause(BETWEEN);
        try {
          resting = read(selection);
          unread = Optional.empty();
          twice = none && resting.none();
        } catch (Fault fault) {
          unread = Optional.of(Reductions.bearable(fault).getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      unread = Optional.of("interrupted");
    }
    return told(resting, unread);
  }

  private Resting read(CancelSelection selection) {
    List<Order> orders = desk.exchange().pendingOrders().stream().filter(selection::takes).toList();
    return new Resting(orders, selection.algos() ? algos(selection) : List.of());
  }

  private List<Algo> algos(CancelSelection selection) {
    List<Algo> pending = desk.exchange().pendingAlgos();
    List<Algo> wanted = pending.stream().filter(selection::takes).toList();
    kept.clear();
    kept.putAll(new NeededStops(desk).of(wanted, pending));
    return wanted.stream().filter(algo -> !kept.containsKey(algo)).toList();
  }

  /// What of it was lost is settled by the last look, where that shows none of it.
  private Cancelled told(Resting resting, Optional<String> unread) {
    List<Algo> left = Stream.concat(resting.algos().stream(), kept.keySet().stream()).toList();
    if (unread.isEmpty()) {
      requests.seen(new Resting(resting.orders(), left).ids());
    }
    return new Cancelled(
        account.uid(),
        requests.met().size() + kept.size(),
        resting.orders(),
        left,
        unread,
        requests.refusals(),
        requests.cancelUnanswered(),
        List.copyOf(kept.values()),
        String.join("; ", requests.remarks()));
  }
}
