package dev.okxguard.architecture.violations.journal;

import dev.okxguard.architecture.violations.model.Secret;

/// May reveal a secret.
record Accounts(Secret apiKey) {
  String directory() {
    return apiKey.reveal();
  }
}
