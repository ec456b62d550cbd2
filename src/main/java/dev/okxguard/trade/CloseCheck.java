package dev.okxguard.trade;

import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Looks at the position after a close until it is what it should be, for a few seconds at most.
record CloseCheck(Desk desk, CloseTarget target) {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// What came of a close.
  sealed interface Verdict {}

  /// The leg is flat, or smaller by what was asked.
  record Safe(String remark) implements Verdict {}

  /// It is not, or nobody knows.
  record Unsafe(String reason) implements Verdict {}

  /// @param order the closing order when it could be read
  record Seen(Verdict verdict, Optional<Order> order) {
    String ordId(Taken taken) {
      return order.map(Order::ordId).orElse(taken.id());
    }
  }

  /// One look.
  private record Look(BigDecimal held, BigDecimal beside, Optional<Order> order) {}

  Seen look(Sent sent, Taken taken) {
    long end = desk.time().nanos() + PATIENCE.toNanos();
    Optional<Look> last = Optional.empty();
    String trouble = "interrupted";
    try {
      while (true) {
        try {
          last = Optional.of(once(sent, taken));
          trouble = "";
        } catch (Fault fault) {
          if (fault.exitCode() == ExitCode.INTERRUPTED) {
            throw new InterruptedException(fault.getMessage());
          }
          trouble = fault.getMessage();
        }
        if (last.stream().anyMatch(this::settled) || desk.time().nanos() - end >= 0) {
          break;
        }
        desk.time().pause(LOOK_AGAIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Optional<Order> order = last.flatMap(Look::order).or(taken::seen);
    return new Seen(verdict(last, trouble), order);
  }

  /// The order is read first, so that the position is never older than what is known of the order.
  private Look once(Sent sent, Taken taken) {
    Optional<Order> order = order(sent, taken);
    List<Position> positions = desk.exchange().positions();
    BigDecimal beside =
        target.leg().sibling().map(leg -> leg.in(positions)).orElse(BigDecimal.ZERO);
    return new Look(target.leg().in(positions), beside, order);
  }

  private Optional<Order> order(Sent sent, Taken taken) {
    String instId = sent.intent().instId();
    try {
      return taken.id().isEmpty()
          ? desk.exchange().order(instId, new ClOrdId(sent.intent().clOrdId()))
          : desk.exchange().orderById(instId, taken.id());
    } catch (Fault fault) {
      if (fault.exitCode() == ExitCode.INTERRUPTED) {
        throw fault;
      }
      desk.progress().accept("could not read the closing order: " + fault.getMessage());
      return Optional.empty();
    }
  }

  /// Whether looking again would show nothing else: the order has ended and the position shows it.
  private boolean settled(Look look) {
    if (turned(look.held())) {
      return true;
    }
    boolean ended = look.order().stream().anyMatch(order -> order.state().isFinal());
    boolean reached = look.held().abs().compareTo(target.rest()) <= 0;
    return ended && (reached || Decimals.same(look.held().abs(), unfilled(look)));
  }

  private BigDecimal unfilled(Look look) {
    BigDecimal filled = look.order().map(Order::accFillSz).orElse(BigDecimal.ZERO);
    return target.held().abs().subtract(filled);
  }

  private boolean turned(BigDecimal held) {
    return held.signum() == -target.held().signum();
  }

  private Verdict verdict(Optional<Look> last, String trouble) {
    if (last.isEmpty()) {
      return new Unsafe("the position could not be read afterwards: " + trouble);
    }
    Look look = last.get();
    String held = Decimals.text(look.held());
    if (turned(look.held())) {
      return new Unsafe(
          "the position turned around, from " + Decimals.text(target.held()) + " to " + held);
    }
    if (!Decimals.same(look.beside(), target.beside())) {
      return new Unsafe(
          "the other leg changed meanwhile, from "
              + Decimals.text(target.beside())
              + " to "
              + Decimals.text(look.beside()));
    }
    int more = look.held().abs().compareTo(target.rest());
    return more > 0 ? new Unsafe(residue(look, trouble)) : new Safe(remark(look));
  }

  private String remark(Look look) {
    BigDecimal less = target.rest().subtract(look.held().abs());
    if (less.signum() > 0) {
      return "something else took off " + Decimals.text(less) + " more meanwhile";
    }
    boolean by = look.order().stream().allMatch(o -> Decimals.same(o.accFillSz(), target.sz()));
    return by ? "" : "not all of it by this order; something else closed the rest";
  }

  private String residue(Look look, String trouble) {
    String left = Decimals.text(look.held());
    String wanted = target.whole() ? "nothing" : Decimals.text(target.rest());
    String text = left + " of " + Decimals.text(target.held()) + " is left, not " + wanted;
    String last = trouble.isEmpty() ? "" : "as last read, before: " + trouble;
    return Outcomes.join(Outcomes.join(text, why(look)), last);
  }

  private String why(Look look) {
    BigDecimal more = look.held().abs().subtract(unfilled(look));
    String grown =
        more.signum() > 0
            ? "something else added " + Decimals.text(more) + " to the position meanwhile"
            : "";
    return Outcomes.join(
        look.order().map(CloseCheck::fate).orElse("the order does not show"), grown);
  }

  private static String fate(Order order) {
    String filled = "the order filled " + Decimals.text(order.accFillSz());
    return switch (order.state()) {
      case FILLED -> filled;
      case LIVE, PARTIALLY_FILLED ->
          filled + " and rests; cancel it with okx order cancel --ordId " + order.ordId();
      case CANCELED, MMP_CANCELED -> filled + " and was cancelled" + cause(order.cancelSource());
    };
  }

  /// OKX's reason, where it matters for a close (reference d.7).
  private static String cause(String source) {
    return switch (source) {
      case "" -> "";
      case "13", "14", "15" -> ": the price limit or the book left no more; close the rest again";
      case "2", "22", "23" ->
          ": other reduce-only orders hold the rest; okx order cancel-all cancels them";
      case "32" -> ": own orders stood in the way; okx order cancel-all cancels them";
      default -> " (cancelSource " + source + ")";
    };
  }
}
