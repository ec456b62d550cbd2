package dev.okxguard.architecture.violations.trade;

import dev.okxguard.architecture.violations.okx.Exchange;
import java.util.function.UnaryOperator;

/// Writes to the exchange behind the gateway's back.
record SecondGateway(Exchange exchange) {
  UnaryOperator<String> cancel() {
    return exchange::cancel;
  }
}
