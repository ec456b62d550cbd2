package dev.okxguard.guard.breaker;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Counts how many round trips lost in a row, over the exchange's fills, oldest first and in its
/// order. With a tally each leg goes on from there; without one, what positions hold now tells what
/// each held before the fills seen.
final class RoundTrips {
  /// Positions and fills are two reads, and fills may be listed late: for so long, fills are right
  /// where both differ. Later, positions are: a delivery is no fill.
  private static final Duration DISPUTED = Duration.ofHours(1);

  /// Within which the exchange lists the funding of all legs of a contract.
  private static final Duration SETTLEMENT = Duration.ofSeconds(30);

  private final Look look;
  private final Optional<Instant> resumed;
  private final Map<LegTrips.Name, BigDecimal> held;
  private final Map<LegTrips.Name, LegTrips> legs = new LinkedHashMap<>();
  private final Deque<Bill> funding = new ArrayDeque<>();
  private int losing;
  private boolean onlyLosing = true;
  private boolean soldOlder;

  private RoundTrips(Look look) {
    this.look = look;
    this.resumed = look.since();
    this.held = held(look.legs());
    this.losing = look.counted().map(Tally::losing).orElse(0);
  }

  /// @param losing in a row by now
  /// @param mayReachBack whether all that ended lost, so that the row may have begun before, or
  ///   coins were sold since it began whose purchase is older
  /// @param kept what may go into a tally; empty while fills and positions differ
  record Counted(int losing, boolean mayReachBack, Optional<Kept> kept) {}

  /// What had been counted by the time that a tally ends.
  record Kept(int losing, List<Tally.Open> open) {}

  static Counted of(Look look) {
    List<Fill> fills = look.trades().reversed();
    RoundTrips trips = new RoundTrips(look);
    look.payments().forEach(trips.funding::addFirst);
    trips.begin(fills);
    return trips.count(fills);
  }

  private static Map<LegTrips.Name, BigDecimal> held(List<Position> positions) {
    Map<LegTrips.Name, BigDecimal> held = new HashMap<>();
    for (Position leg : positions) {
      held.merge(
          new LegTrips.Name(leg.instType(), leg.instId(), leg.posSide()),
          leg.signed(),
          BigDecimal::add);
    }
    return held;
  }

  private void begin(List<Fill> fills) {
    if (look.counted().isPresent()) {
      look.counted().get().open().forEach(this::begin);
      return;
    }
    Map<LegTrips.Name, BigDecimal> before = new LinkedHashMap<>(held);
    for (Fill fill : fills) {
      before.merge(LegTrips.Name.of(fill), ContractTrips.signed(fill).negate(), BigDecimal::add);
    }
    before.forEach(
        (name, pos) -> begin(name.flat().holding(name.contract() ? pos : BigDecimal.ZERO)));
  }

  private void begin(Tally.Open open) {
    legs.put(LegTrips.Name.of(open), LegTrips.from(open));
  }

  private Counted count(List<Fill> fills) {
    int next = 0;
    while (next < fills.size() && !fills.get(next).time().isAfter(look.settled())) {
      take(fills.get(next++));
    }
    fund(look.settled().plusMillis(1));
    Kept then = new Kept(losing, legs.values().stream().map(LegTrips::open).toList());
    fills.subList(next, fills.size()).forEach(this::take);
    boolean ended = losing > 0 || !onlyLosing;
    boolean older = ended && onlyLosing || soldOlder;
    return new Counted(losing, look.counted().isEmpty() && older, agreed(then));
  }

  private void take(Fill fill) {
    fund(fill.time());
    LegTrips leg = legs.computeIfAbsent(LegTrips.Name.of(fill), name -> LegTrips.from(name.flat()));
    soldOlder |= ofOlderCoins(fill, leg) && counts(fill.time());
    leg.take(fill).ifPresent(this::end);
  }

  private static boolean ofOlderCoins(Fill fill, LegTrips leg) {
    return fill.instType() == InstType.SPOT
        && fill.side() == Side.SELL
        && leg.open().held().signum() == 0;
  }

  /// Only what ended after a person resumed counts.
  private void end(Trip trip) {
    boolean counts = trip.losing() && counts(trip.closed());
    losing = counts ? losing + 1 : 0;
    onlyLosing &= counts;
    soldOlder &= counts;
  }

  private boolean counts(Instant closed) {
    return resumed.filter(at -> !closed.isAfter(at)).isEmpty();
  }

  /// Funding that fell due before then, while a leg was open.
  private void fund(Instant until) {
    while (!funding.isEmpty() && funding.getFirst().time().isBefore(until)) {
      Instant settled = funding.getFirst().time().plus(SETTLEMENT);
      String instId = funding.getFirst().instId();
      List<Bill> due = due(instId, settled.isBefore(until) ? settled : until);
      new FundingDue(due).share(standing(instId));
    }
  }

  private List<Bill> due(String instId, Instant end) {
    List<Bill> due = new ArrayList<>();
    Iterator<Bill> bills = funding.iterator();
    while (bills.hasNext()) {
      Bill bill = bills.next();
      if (!bill.time().isBefore(end)) {
        return due;
      }
      if (bill.instId().equals(instId)) {
        due.add(bill);
        bills.remove();
      }
    }
    return due;
  }

  private List<LegTrips> standing(String instId) {
    return legs.entrySet().stream()
        .filter(leg -> leg.getKey().instId().equals(instId))
        .map(Map.Entry::getValue)
        .filter(leg -> leg.open().held().signum() != 0)
        .toList();
  }

  private Optional<Kept> agreed(Kept then) {
    Map<LegTrips.Name, BigDecimal> off = differences();
    boolean disputed =
        look.counted().filter(old -> look.now().isBefore(old.at().plus(DISPUTED))).isPresent();
    if (!off.isEmpty() && disputed) {
      return Optional.empty();
    }
    Map<LegTrips.Name, Tally.Open> open = new LinkedHashMap<>();
    then.open().forEach(leg -> open.put(LegTrips.Name.of(leg), leg));
    off.forEach(
        (name, more) -> {
          Tally.Open leg = open.getOrDefault(name, name.flat());
          open.put(name, leg.holding(leg.held().add(more)));
        });
    return Optional.of(
        new Kept(
            then.losing(),
            open.values().stream().filter(leg -> leg.held().signum() != 0).toList()));
  }

  /// How much more positions hold of a contract than its fills say.
  private Map<LegTrips.Name, BigDecimal> differences() {
    Set<LegTrips.Name> names = new HashSet<>(held.keySet());
    names.addAll(legs.keySet());
    Map<LegTrips.Name, BigDecimal> off = new HashMap<>();
    for (LegTrips.Name name : names) {
      BigDecimal counted = legs.containsKey(name) ? legs.get(name).open().held() : BigDecimal.ZERO;
      BigDecimal more = held.getOrDefault(name, BigDecimal.ZERO).subtract(counted);
      if (name.contract() && more.signum() != 0) {
        off.put(name, more);
      }
    }
    return off;
  }
}
