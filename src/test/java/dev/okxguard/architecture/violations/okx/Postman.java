package dev.okxguard.architecture.violations.okx;

import dev.okxguard.architecture.violations.okx.wire.Transport;
import java.util.function.UnaryOperator;

/// Sends requests past the client.
record Postman(Transport transport) {
  UnaryOperator<String> posts() {
    return transport::send;
  }
}
