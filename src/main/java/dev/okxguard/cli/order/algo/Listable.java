package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.option.Words;

/// Types of algo orders that OKX lists.
final class Listable extends Words {
  Listable() {
    super("conditional", "oco", "trigger", "move_order_stop", "chase", "iceberg", "twap");
  }
}
