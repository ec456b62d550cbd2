package dev.okxguard.reconcile;

import java.util.Locale;

/// How much a difference matters.
public enum Severity {
  /// Good to know; no drift.
  INFO,
  /// Explained, but not by our own doing: a person should look, then adopt.
  WARN,
  /// Unexplained, or dangerous as it stands.
  HALT;

  /// As documents have it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
