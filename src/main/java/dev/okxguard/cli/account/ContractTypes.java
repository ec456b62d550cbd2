package dev.okxguard.cli.account;

import dev.okxguard.cli.option.Words;

/// Settled in the quote currency or in the coin.
final class ContractTypes extends Words {
  ContractTypes() {
    super("linear", "inverse");
  }
}
