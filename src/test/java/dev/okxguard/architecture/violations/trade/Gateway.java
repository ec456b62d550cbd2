package dev.okxguard.architecture.violations.trade;

import dev.okxguard.architecture.violations.okx.Exchange;

/// The gateway; may write to the exchange.
record Gateway(Exchange exchange) {
  String place(String body) {
    return exchange.place(body) + exchange.balance();
  }
}
