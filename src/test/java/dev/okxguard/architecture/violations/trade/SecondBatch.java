package dev.okxguard.architecture.violations.trade;

import dev.okxguard.architecture.violations.okx.Exchange;
import java.util.List;

/// Writes several to the exchange behind the gateway's back.
record SecondBatch(Exchange exchange) {
  int place(List<String> bodies) {
    return exchange.place(bodies).all().size();
  }
}
