package dev.okxguard.paper.engine;

import dev.okxguard.model.Instrument;

/// One condition an order must meet before it is taken.
@FunctionalInterface
interface Check {
  /// The order to go on with, usually the same.
  ///
  /// @throws Refused when the condition is not met
  OwnOrder pass(OwnOrder order, Request request);

  /// What a check may look at besides the order itself.
  record Request(Session session, Instrument instrument, Fields body) {}
}
