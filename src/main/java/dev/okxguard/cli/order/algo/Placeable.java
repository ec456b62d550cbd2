package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.option.Words;

/// Types of algo orders placed by price.
final class Placeable extends Words {
  Placeable() {
    super("conditional", "oco", "trigger");
  }
}
