package dev.okxguard.cli.market;

import dev.okxguard.cli.option.Words;

/// Kinds that have a mark price.
final class MarkTypes extends Words {
  MarkTypes() {
    super("MARGIN", "SWAP", "FUTURES", "OPTION");
  }
}
