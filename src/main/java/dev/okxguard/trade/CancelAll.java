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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Cancels everything of a selection: look, cancel what is there in full requests, look again,
/// until twice in a row nothing is left or a bound is reached. Stops that an open position needs
/// stay. One refusal, lost answer or list that cannot be read keeps nothing else from going.
final class CancelAll {
  private static final int PASSES = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofMillis(300);

  private final Desk desk;
  private final Account account;
  private final Reductions requests;
  private final Sight<Order> orders;
  private final Sight<Algo> algos;
  private final Map<Algo, Denial> kept = new LinkedHashMap<>();

  CancelAll(Desk desk, Account account, Reductions requests, CancelSelection selection) {
    this.desk = desk;
    this.account = account;
    this.requests = requests;
    this.orders = new Sight<>("pending orders", () -> orders(selection));
    this.algos = new Sight<>("algo orders", () -> selection.algos() ? algos(selection) : List.of());
  }

  /// @throws Fault when what rests cannot be read at first, and nothing is known that could go
  Cancelled run() {
    List<Denial> denials = new GuardWrite().judgeWrite(desk.policy());
    if (!denials.isEmpty()) {
      return Cancelled.denied(account.uid(), denials);
    }
    look();
    Optional<Fault> trouble = orders.trouble().or(algos::trouble);
    if (trouble.isPresent() && orders.last().isEmpty() && algos.last().isEmpty()) {
      throw trouble.get();
    }
    Optional<String> unread = Optional.empty();
    try {
      reduce();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      unread = Optional.of("interrupted");
    }
    return told(unread.or(this::unread));
  }

  private void reduce() throws InterruptedException {
    long end = desk.time().nanos() + PATIENCE.toNanos();
    boolean twice = false;
    for (int pass = 0; pass < PASSES && !twice && desk.time().nanos() - end < 0; pass++) {
      boolean none = none();
      requests.cancelOrders(orders.last());
      requests.cancelAlgos(algos.last());
      desk.time().pause(BETWEEN);
      look();
      twice = none && none();
    }
  }

  private void look() {
    orders.look();
    algos.look();
  }

  private boolean none() {
    return unread().isEmpty() && orders.last().isEmpty() && algos.last().isEmpty();
  }

  private Optional<String> unread() {
    return Stream.of(orders, algos)
        .flatMap(sight -> sight.problem().stream())
        .reduce(Outcomes::join);
  }

  private List<Order> orders(CancelSelection selection) {
    return desk.exchange().pendingOrders().stream().filter(selection::takes).toList();
  }

  private List<Algo> algos(CancelSelection selection) {
    List<Algo> pending = desk.exchange().pendingAlgos();
    List<Algo> wanted = pending.stream().filter(selection::takes).toList();
    Map<Algo, Denial> needed = new NeededStops(desk).of(wanted, pending);
    kept.clear();
    kept.putAll(needed);
    return wanted.stream().filter(algo -> !kept.containsKey(algo)).toList();
  }

  /// What of it was lost is settled by the last look, where that shows none of it.
  private Cancelled told(Optional<String> unread) {
    List<Algo> left = Stream.concat(algos.last().stream(), kept.keySet().stream()).toList();
    if (unread.isEmpty()) {
      requests.seen(
          Stream.concat(orders.last().stream().map(Order::ordId), left.stream().map(Algo::algoId))
              .collect(Collectors.toSet()));
    }
    return new Cancelled(
        account.uid(),
        requests.met().size() + kept.size(),
        orders.last(),
        left,
        unread,
        requests.refusals(),
        requests.cancelUnanswered(),
        requests.cancelTaken(),
        List.copyOf(kept.values()),
        String.join("; ", requests.remarks()));
  }
}
