package dev.okxguard.architecture.violations.trade;

import dev.okxguard.architecture.violations.okx.RestClient;

/// Writes past the exchange.
record Shortcut(RestClient client) {
  String place(String body) {
    return client.write(body);
  }
}
