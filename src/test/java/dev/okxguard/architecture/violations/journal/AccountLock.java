package dev.okxguard.architecture.violations.journal;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps the one static thing that may change.
final class AccountLock {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private AccountLock() {}

  static boolean held(Path directory) {
    return HELD.contains(directory);
  }
}
