package dev.okxguard.trade;

import dev.okxguard.model.AccountConfig;
import java.util.Optional;

/// Whose account it is.
///
/// @param uid "" when nobody can tell
/// @param config empty when it could not be read and the uid is remembered from earlier
record Owner(String uid, Optional<AccountConfig> config) {
  boolean named() {
    return !uid.isEmpty();
  }

  static Owner of(AccountConfig config) {
    return new Owner(config.uid(), Optional.of(config));
  }
}
