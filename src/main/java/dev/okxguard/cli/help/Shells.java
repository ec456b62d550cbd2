package dev.okxguard.cli.help;

import dev.okxguard.cli.option.Words;

/// Shells that completion is made for.
final class Shells extends Words {
  Shells() {
    super("bash", "zsh", "fish");
  }
}
