package dev.okxguard.architecture.violations.paper;

import dev.okxguard.architecture.violations.model.Secret;

/// The paper exchange; may reveal its secrets.
public record PaperDesk(Secret secret) {
  public String key() {
    return secret.reveal();
  }
}
