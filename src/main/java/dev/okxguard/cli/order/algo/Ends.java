package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.option.Words;

/// How an algo order can end.
final class Ends extends Words {
  Ends() {
    super("effective", "canceled", "order_failed");
  }
}
