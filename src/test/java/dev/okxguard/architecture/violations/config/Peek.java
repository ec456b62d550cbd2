package dev.okxguard.architecture.violations.config;

import dev.okxguard.architecture.violations.model.Secret;

/// Configuration that looks at a secret.
record Peek(Secret secret) {
  int length() {
    return secret.reveal().length();
  }
}
