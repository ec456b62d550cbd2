package dev.okxguard.architecture.violations.guard;

import dev.okxguard.architecture.violations.okx.Exchange;

/// A rule that asks the exchange.
record AskingRule(Exchange exchange) {}
