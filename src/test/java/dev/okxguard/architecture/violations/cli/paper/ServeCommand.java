package dev.okxguard.architecture.violations.cli.paper;

import dev.okxguard.architecture.violations.model.Secret;
import dev.okxguard.architecture.violations.paper.PaperDesk;

/// May show a secret, which opens nothing, and know the paper exchange.
record ServeCommand(PaperDesk desk, Secret secret) {
  String key() {
    return desk.key() + secret.reveal();
  }
}
