package dev.okxguard.cli.market;

import dev.okxguard.cli.option.Words;

/// Kinds that have open interest.
final class OpenInterestTypes extends Words {
  OpenInterestTypes() {
    super("SWAP", "FUTURES", "OPTION");
  }
}
