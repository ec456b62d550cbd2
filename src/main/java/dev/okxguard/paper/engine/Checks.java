package dev.okxguard.paper.engine;

import java.util.List;

/// The checks of an order whose form is right, in the exchange's order; the first failure decides.
final class Checks {
  private static final int PENDING_PER_INSTRUMENT = 500;
  private static final int PENDING = 4000;

  private static final List<Check> ENTRY =
      List.of(
          PriceChecks::tick,
          SizeChecks::step,
          SizeChecks::greatest,
          PriceChecks::band,
          ReduceOnlyCheck::pass,
          AttachChecks::pass,
          Checks::count,
          PriceChecks::depth,
          FundsCheck::pass);

  private static final List<Check> AMENDMENT =
      List.of(
          PriceChecks::tick,
          SizeChecks::step,
          SizeChecks::greatest,
          PriceChecks::band,
          ReduceOnlyCheck::pass,
          AttachChecks::pass,
          FundsCheck::pass);

  private Checks() {}

  static OwnOrder entry(OwnOrder order, Check.Request request) {
    return pass(ENTRY, order, request);
  }

  static OwnOrder amendment(OwnOrder order, Check.Request request) {
    return pass(AMENDMENT, order, request);
  }

  private static OwnOrder pass(List<Check> checks, OwnOrder order, Check.Request request) {
    OwnOrder passed = order;
    for (Check check : checks) {
      passed = check.pass(passed, request);
    }
    return passed;
  }

  private static OwnOrder count(OwnOrder order, Check.Request request) {
    Orders orders = request.session().account().orders();
    if (orders.pendingCount(order.terms().instId()) >= PENDING_PER_INSTRUMENT) {
      throw Refused.because("51174", "500 orders are pending on this instrument");
    }
    if (orders.pendingCount() >= PENDING) {
      throw Refused.because("51025", "Too many pending orders");
    }
    return order;
  }
}
