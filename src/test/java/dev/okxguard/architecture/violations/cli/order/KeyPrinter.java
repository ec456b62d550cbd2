package dev.okxguard.architecture.violations.cli.order;

import dev.okxguard.architecture.violations.model.Secret;

/// Shows a secret.
record KeyPrinter(Secret secret) {
  String key() {
    return secret.reveal();
  }
}
