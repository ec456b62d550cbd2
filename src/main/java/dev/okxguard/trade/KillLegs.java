package dev.okxguard.trade;

import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Position;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Takes open legs off, each by what cannot open anything: reduce-only orders of what is held, in
/// parts where one order may not be so large, or OKX's own close of the whole leg. A leg that is
/// refused one way goes the other way next time.
final class KillLegs {
  /// Far above what a position limit allows in orders of the greatest size.
  private static final int MOST_PARTS = 50;

  /// OKX holds no such position, whatever its list shows still: nothing is left to try.
  private static final String NO_POSITION = "51023";

  private final Desk desk;
  private final Ids ids;
  private final Account account;
  private final Reductions requests;

  private final Map<Leg, Position> met = new LinkedHashMap<>();
  private final Map<Leg, Write> refused = new HashMap<>();
  private final Map<Leg, BigDecimal> ordered = new HashMap<>();
  private final Map<Leg, String> trouble = new LinkedHashMap<>();
  private final Set<Leg> unanswered = new HashSet<>();
  private final Map<String, Instrument> instruments = new HashMap<>();

  KillLegs(Desk desk, Ids ids, Account account, Reductions requests) {
    this.desk = desk;
    this.ids = ids;
    this.account = account;
    this.requests = requests;
  }

  /// Sends for each leg what takes it off, whatever becomes of the others.
  void close(List<Position> open) {
    for (Position leg : open) {
      met.putIfAbsent(Leg.of(leg), leg);
      List<BigDecimal> parts = parts(leg);
      if (byOrders(leg, parts)) {
        order(leg, open, parts);
      } else {
        whole(leg);
      }
    }
  }

  /// Whether orders are to take it off: where they can, are safe, and were not just refused.
  private boolean byOrders(Position leg, List<BigDecimal> parts) {
    if (parts.isEmpty()) {
      return false;
    }
    Optional<Write> no = Optional.ofNullable(refused.get(Leg.of(leg)));
    if (account.holdsToReduce(leg)) {
      return no.stream().noneMatch(write -> write == Write.ORDER);
    }
    return no.stream().anyMatch(write -> write == Write.CLOSE) && mayTurnNothing(leg);
  }

  /// Where nothing keeps an order from opening the reverse, one that went may have filled without
  /// the list showing it yet, and one of an earlier command may still arrive.
  private boolean mayTurnNothing(Position leg) {
    BigDecimal before = ordered.get(Leg.of(leg));
    boolean same = before != null && Decimals.same(before, leg.signed());
    boolean coming = new OnTheWay(desk, account).trades(leg.instId());
    return !unanswered.contains(Leg.of(leg)) && !same && !coming;
  }

  /// What is held, in sizes that one order may have; none when orders cannot take it off exactly.
  private List<BigDecimal> parts(Position leg) {
    Optional<Instrument> instrument = instrument(leg);
    BigDecimal held = leg.pos().abs();
    BigDecimal most =
        instrument
            .flatMap(known -> known.maxMktSz().map(max -> Decimals.floorTo(max, known.lotSz())))
            .filter(max -> max.signum() > 0)
            .orElse(held);
    List<BigDecimal> parts = new ArrayList<>();
    for (BigDecimal left = held; left.signum() > 0 && parts.size() < MOST_PARTS; ) {
      BigDecimal part = left.min(most);
      parts.add(part);
      left = left.subtract(part);
    }
    CloseSizing sizing = new CloseSizing(leg, instrument);
    return parts.stream().allMatch(sizing::byOrder) ? parts : List.of();
  }

  private Optional<Instrument> instrument(Position leg) {
    if (!instruments.containsKey(leg.instId())) {
      try {
        desk.exchange()
            .instrument(leg.instType(), leg.instId())
            .ifPresent(found -> instruments.put(leg.instId(), found));
      } catch (Fault fault) {
        String why = Reductions.bearable(fault).getMessage();
        desk.progress().accept("could not read the instrument: " + why);
      }
    }
    return Optional.ofNullable(instruments.get(leg.instId()));
  }

  private void order(Position leg, List<Position> open, List<BigDecimal> parts) {
    for (BigDecimal part : parts) {
      CloseTarget target = CloseTarget.of(leg, open, new CloseSizing.Sized(part, ""));
      ClOrdId id = ids.next();
      if (!send(Write.ORDER, leg, id, desk.exchange().orderBody(target.order(), id))) {
        return;
      }
    }
  }

  private void whole(Position leg) {
    ClOrdId id = ids.next();
    send(Write.CLOSE, leg, id, desk.exchange().closeBody(leg, true, id));
  }

  /// @return whether OKX took it
  private boolean send(Write write, Position position, ClOrdId id, ObjectNode body) {
    Leg leg = Leg.of(position);
    refused.remove(leg);
    return switch (requests.close(write, leg, id, body)) {
      case WriteReply.Accepted _ -> {
        trouble.remove(leg);
        if (write == Write.ORDER) {
          ordered.put(leg, position.signed());
        }
        yield true;
      }
      case WriteReply.Refused no -> {
        if (write == Write.ORDER || !no.error().code().equals(NO_POSITION)) {
          refused.put(leg, write);
        }
        trouble.put(leg, Reductions.text(no.error()));
        yield false;
      }
      case WriteReply.NotSent not -> {
        trouble.put(leg, not.reason());
        yield false;
      }
      case WriteReply.Unknown unknown -> {
        unanswered.add(leg);
        trouble.put(leg, "no clear answer: " + unknown.error().message());
        yield false;
      }
    };
  }

  /// The legs that are smaller than when they were first seen.
  ///
  /// @param left the legs still open
  List<Killed.Closed> closed(List<Position> left) {
    return met.entrySet().stream()
        .map(
            leg ->
                new Killed.Closed(leg.getValue(), leg.getValue().signed(), leg.getKey().in(left)))
        .filter(leg -> leg.left().abs().compareTo(leg.before().abs()) < 0)
        .toList();
  }

  /// Whether a request is unanswered that was about one of the legs still open.
  boolean unanswered(List<Position> left) {
    return left.stream().map(Leg::of).anyMatch(unanswered::contains);
  }

  /// What stood against those still open, a text each.
  List<String> problems(List<Position> left) {
    return left.stream()
        .map(Leg::of)
        .filter(trouble::containsKey)
        .map(leg -> leg.text() + ": " + trouble.get(leg))
        .toList();
  }
}
