package dev.okxguard.trade;

import dev.okxguard.guard.StopGuard;
import dev.okxguard.journal.Event;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.model.PriceType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Whether the stop-loss and take-profit that went along with an order are really there: on the
/// order while it rests, and once it is filled as an algo order of its own, live, on the right
/// side, watching the right price and large enough.
final class StopCheck {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(150);
  private static final int LOOKS = 20;

  /// A lot of coins is far below a thousandth of any order worth placing.
  private static final BigDecimal BUT_THE_LOT = new BigDecimal("0.999");

  private final Desk desk;

  StopCheck(Desk desk) {
    this.desk = desk;
  }

  /// Whether the policy wants such an order to carry a stop; spot that may be on credit counts as
  /// margin.
  boolean demanded(Event.Intent intent) {
    return OrderFate.types(intent).stream()
        .anyMatch(type -> StopGuard.demands(desk.policy(), type));
  }

  /// What is wrong with the stop; empty when it is as it was sent, or when there is nothing for it
  /// to protect.
  ///
  /// @param seen the order when last read
  Optional<String> flaw(Event.Intent intent, Optional<Order> seen) {
    Optional<Wanted> wanted = Wanted.of(intent);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    if (seen.isEmpty()) {
      return Optional.of("the order could not be read, so nobody knows whether its stop is there");
    }
    Order order = seen.get();
    if (!order.state().isFinal()) {
      return wanted.get().onOrder(order);
    }
    return order.accFillSz().signum() == 0 ? Optional.empty() : filled(wanted.get(), order);
  }

  private Optional<String> filled(Wanted wanted, Order order) {
    Optional<String> flaw = Optional.empty();
    try {
      for (int i = 0; i < LOOKS; i++) {
        Optional<Algo> algo = desk.exchange().algo(wanted.id());
        flaw =
            algo.map(known -> wanted.asAlgo(known, order))
                .orElse(Optional.of("OKX knows no stop of this order"));
        if (flaw.isEmpty()) {
          return flaw;
        }
        desk.time().pause(LOOK_AGAIN);
      }
    } catch (Fault fault) {
      return Optional.of("the stop could not be read: " + fault.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return flaw;
  }

  /// The legs as they were sent.
  private record Wanted(ClOrdId id, AttachedStop stop) {
    static Optional<Wanted> of(Event.Intent intent) {
      JsonNode leg = intent.request().path("attachAlgoOrds").path(0);
      String id = leg.path("attachAlgoClOrdId").asString("");
      return id.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Wanted(
                  new ClOrdId(id),
                  new AttachedStop(
                      Decimals.parse(leg.path("tpTriggerPx").asString("")),
                      Optional.empty(),
                      Decimals.parse(leg.path("slTriggerPx").asString("")),
                      Optional.empty(),
                      type(leg, "tpTriggerPxType"),
                      type(leg, "slTriggerPxType"))));
    }

    private static PriceType type(JsonNode leg, String field) {
      return PriceType.of(leg.path(field).asString("")).orElse(PriceType.LAST);
    }

    private Optional<String> onOrder(Order order) {
      return order.attached().stream()
          .filter(attached -> same(attached.stop()) && attached.failCode().isEmpty())
          .filter(attached -> attached.sz().stream().allMatch(sz -> sz.compareTo(order.sz()) >= 0))
          .findFirst()
          .map(_ -> Optional.<String>empty())
          .orElse(Optional.of("OKX does not show the stop on the order"));
    }

    /// A stop that has fired has done its work.
    private Optional<String> asAlgo(Algo algo, Order order) {
      return switch (algo.state()) {
        case EFFECTIVE -> Optional.empty();
        case CANCELED, ORDER_FAILED, PARTIALLY_FAILED, PAUSE ->
            Optional.of("the stop is " + algo.state().word() + " " + algo.failCode());
        case LIVE, PARTIALLY_EFFECTIVE -> live(algo, order);
      };
    }

    private Optional<String> live(Algo algo, Order order) {
      if (algo.side() == order.side() || algo.posSide() != order.posSide()) {
        return Optional.of("the stop is on the wrong side: " + algo.side().word());
      }
      if (!same(algo.stop())) {
        return Optional.of("the stop has another trigger than the one sent");
      }
      boolean covers =
          algo.closesAll() || algo.sz().filter(sz -> sz.compareTo(held(order)) >= 0).isPresent();
      return covers ? Optional.empty() : Optional.of("the stop is smaller than what was filled");
    }

    /// What the fill left to protect. Of coins bought OKX keeps its fee, and a stop for the rest is
    /// rounded down to the lot.
    private static BigDecimal held(Order order) {
      boolean inCoin = order.instId().startsWith(order.feeCcy() + "-");
      if (order.instType().contracts() || order.feeCcy().isEmpty() || !inCoin) {
        return order.accFillSz();
      }
      BigDecimal fee = order.fee().orElse(BigDecimal.ZERO).min(BigDecimal.ZERO);
      return order.accFillSz().add(fee).multiply(BUT_THE_LOT);
    }

    private boolean same(AttachedStop seen) {
      return same(stop.slTriggerPx(), stop.slPriceType(), seen.slTriggerPx(), seen.slPriceType())
          && same(stop.tpTriggerPx(), stop.tpPriceType(), seen.tpTriggerPx(), seen.tpPriceType());
    }

    private static boolean same(
        Optional<BigDecimal> wanted,
        PriceType wantedType,
        Optional<BigDecimal> seen,
        PriceType seenType) {
      return wanted.isEmpty()
          || wantedType == seenType
              && seen.filter(px -> Decimals.same(px, wanted.get())).isPresent();
    }
  }
}
