package dev.okxguard.diagnose;

import java.util.Locale;

/// The layers of a set-up, from the program outwards, in the order in which they are told.
public enum Group {
  INSTALL,
  CONFIG,
  NETWORK,
  KEY,
  ACCOUNT,
  GUARD,
  JOURNAL,
  ALERTS;

  /// The word in ids and documents, for example `network`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
