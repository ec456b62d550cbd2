package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.guard.Openings;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes off what an emergency stop wants gone: looks, sends for each thing what removes it, looks
/// again, until twice in a row nothing is to be done (more often without the lock) and nothing is
/// on its way any more, or a bound is reached. What may open something goes first, then positions,
/// and what protects a position only after it. What to do follows from the last look alone, so that
/// a second run goes on where the first one ended.
final class Kill {
  private static final int PASSES = 12;
  private static final int CALM = 2;

  /// The same beside another process, which may have had an order on its way at the halt.
  private static final int CALM_BESIDE = 6;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN = Duration.ofMillis(400);

  private final Desk desk;
  private final Account account;
  private final KillRequest request;
  private final Consumer<String> told;
  private final Reductions requests;
  private final KillLegs legs;
  private final SpotSales sales;
  private final OnTheWay coming;

  private final Sight<Order> orders;
  private final Sight<Algo> algos;
  private final Sight<Position> positions;
  private final Set<String> problems = new LinkedHashSet<>();
  private Optional<List<Position>> before = Optional.empty();

  /// Whether the last look lacks a position that spared a stop: the next one tells.
  private boolean missing;

  Kill(Desk desk, Ids ids, Account account, KillRequest request, KillSwitch.Ways ways) {
    this.desk = desk;
    this.account = account;
    this.request = request;
    this.told = ways.told();
    this.requests = new Reductions(desk, ids, account, ways.reduce());
    this.legs = new KillLegs(desk, ids, account, requests);
    this.sales = new SpotSales(desk, ids, errand -> ways.carry().apply(errand, account));
    this.coming = new OnTheWay(desk, account);
    this.orders = new Sight<>("pending orders", desk.exchange()::pendingOrders);
    this.algos = new Sight<>("algo orders", desk.exchange()::pendingAlgos);
    this.positions = new Sight<>("positions", desk.exchange()::positions);
  }

  /// @param halted whether the halt stands
  Killed run(boolean halted) {
    List<Denial> denials = new GuardWrite().judgeWrite(desk.policy());
    if (denials.isEmpty()) {
      try {
        reduce();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        problems.add("interrupted");
      }
    } else {
      orders.look();
      algos.look();
      positions.look();
    }
    return told(halted, denials);
  }

  private void reduce() throws InterruptedException {
    long end = desk.time().nanos() + PATIENCE.toNanos();
    int calm = 0;
    int needed = account.journaled() ? CALM : CALM_BESIDE;
    int last = PASSES;
    for (int pass = 1; pass <= last && desk.time().nanos() - end < 0; pass++) {
      boolean alone = coming.any(request.spot()).isEmpty();
      int sent = requests.requests();
      pass();
      calm = alone && requests.requests() == sent && read() && !missing ? calm + 1 : 0;
      told.accept("pass " + pass + ": " + requests.requests() + " requests, left " + counts());
      if (calm == needed || hopeless(pass)) {
        break;
      }
      // What arrived at the end of its time is still to be seen.
      last = alone ? last : pass + PASSES;
      desk.time().pause(BETWEEN);
    }
    if (request.spot()) {
      sales.run();
    }
  }

  private void pass() {
    Optional<List<Order>> resting = orders.look();
    resting.ifPresent(all -> requests.cancelOrders(Openings.orders(all, account.settings())));
    Optional<List<Position>> open = positions.look();
    Optional<List<Algo>> waiting = algos.look();
    Optional<List<Position>> held = request.flatten() ? open : open.flatMap(this::lately);
    waiting.ifPresent(all -> requests.cancelAlgos(Openings.algos(all, held, account.settings())));
    if (request.flatten() && open.isPresent()) {
      legs.close(open.get());
      resting.ifPresent(all -> requests.cancelOrders(unneeded(all, open.get())));
      waiting.ifPresent(all -> requests.cancelAlgos(unneededAlgos(all, open.get())));
    }
  }

  /// With what the look before showed: where positions stay, one list without a position is no
  /// proof that its stop may go. Empty at the first look.
  private Optional<List<Position>> lately(List<Position> now) {
    Optional<List<Position>> both = before.map(then -> TwoLooks.either(then, now));
    missing = both.stream().anyMatch(all -> all.size() > now.size());
    before = Optional.of(now);
    return both;
  }

  /// What cannot open anything and has nothing left to protect.
  private List<Order> unneeded(List<Order> all, List<Position> open) {
    List<Order> opening = Openings.orders(all, account.settings());
    Set<String> held = instruments(open);
    return all.stream().filter(o -> !opening.contains(o) && !held.contains(o.instId())).toList();
  }

  private List<Algo> unneededAlgos(List<Algo> all, List<Position> open) {
    List<Algo> opening = Openings.algos(all, Optional.of(open), account.settings());
    Set<String> held = instruments(open);
    return all.stream().filter(a -> !opening.contains(a) && !held.contains(a.instId())).toList();
  }

  private static Set<String> instruments(List<Position> open) {
    return open.stream().map(Position::instId).collect(Collectors.toSet());
  }

  /// Whether the last looks all succeeded.
  private boolean read() {
    return Stream.of(orders, algos, positions).allMatch(sight -> sight.trouble().isEmpty());
  }

  /// Whether going on makes no sense: nothing could ever be read, for a reason that stays.
  private boolean hopeless(int pass) {
    return blocked().stream().anyMatch(fault -> !fault.unanswered()) && pass >= CALM;
  }

  /// Why nothing could be read and nothing was sent.
  private Optional<Fault> blocked() {
    boolean never = Stream.of(orders, algos, positions).noneMatch(Sight::ever);
    return never && requests.requests() == 0 ? orders.trouble() : Optional.empty();
  }

  private String counts() {
    return orders.last().size()
        + " orders, "
        + algos.last().size()
        + " algo orders, "
        + positions.last().size()
        + " positions"
        + (read() ? "" : " (not all could be read)");
  }

  private Killed told(boolean halted, List<Denial> denials) {
    Set<String> ids = ids(orders.last(), algos.last());
    if (read()) {
      requests.seen(ids);
    }
    Set<String> residue =
        request.flatten()
            ? ids
            : ids(
                Openings.orders(orders.last(), account.settings()),
                Openings.algos(algos.last(), Optional.of(positions.last()), account.settings()));
    Set<String> stays = new HashSet<>(ids);
    stays.removeAll(residue);
    List<Killed.Holding> spot = request.spot() ? sales.left() : List.of();
    boolean left =
        !residue.isEmpty()
            || request.flatten() && !positions.last().isEmpty()
            || spot.stream().anyMatch(holding -> !holding.dust());
    int cancelled = (int) requests.met().stream().filter(id -> !ids.contains(id)).count();
    return new Killed(
        account.uid(),
        halted,
        state(left),
        blocked(),
        denials,
        cancelled,
        legs.closed(positions.last()),
        sales.sold(),
        new Killed.Left(orders.last(), algos.last(), positions.last(), spot, stays),
        problems());
  }

  private static Set<String> ids(List<Order> orders, List<Algo> algos) {
    return Stream.concat(orders.stream().map(Order::ordId), algos.stream().map(Algo::algoId))
        .collect(Collectors.toSet());
  }

  private Killed.State state(boolean left) {
    boolean open =
        !read()
            || coming.any(request.spot()).isPresent()
            || requests.cancelUnanswered()
            || legs.unanswered(positions.last())
            || request.spot() && (sales.unanswered() || sales.unread().isPresent());
    if (open) {
      return Killed.State.UNKNOWN;
    }
    return left ? Killed.State.RESIDUE : Killed.State.DONE;
  }

  private List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    Stream.of(orders, algos, positions).flatMap(s -> s.problem().stream()).forEach(all::add);
    coming.any(request.spot()).ifPresent(all::add);
    all.addAll(legs.problems(positions.last()));
    if (request.spot()) {
      sales.problems().forEach(all::add);
    }
    if (requests.cancelUnanswered()) {
      all.add("the answer to a cancel was lost");
    }
    all.addAll(requests.refusals());
    all.addAll(requests.remarks());
    return all.stream().distinct().toList();
  }
}
