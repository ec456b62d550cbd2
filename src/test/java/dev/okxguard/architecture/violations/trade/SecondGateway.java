package dev.okxguard.architecture.violations.trade;

import dev.okxguard.architecture.violations.okx.Exchange;
import dev.okxguard.architecture.violations.okx.WriteReply;
import java.util.function.Function;

/// Writes to the exchange behind the gateway's back.
record SecondGateway(Exchange exchange) {
  Function<String, WriteReply> cancel() {
    return exchange::cancel;
  }
}
