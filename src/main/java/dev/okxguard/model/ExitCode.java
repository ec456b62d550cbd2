package dev.okxguard.model;

import java.util.Locale;

/// What the process exits with. One table; numbers are a promise to scripts and agents.
public enum ExitCode {
  OK(0, "done", "-"),
  INTERNAL(1, "a bug in this program", "no"),
  USAGE(2, "bad arguments", "no"),
  CONFIG(3, "configuration, policy, permissions or state unusable", "no"),
  AUTH(4, "credentials missing or refused", "no"),
  REJECTED(5, "OKX refused, definitively", "no"),
  DENIED(6, "a guard rule or read-only refused; nothing was sent", "no"),
  UNREACHABLE(7, "no order exists: never sent, or proven never accepted; or a read failed", "yes"),
  UNKNOWN(8, "the request may have reached OKX; reconcile first", "NO"),
  FINDINGS(9, "diagnose failed a check, reconcile found drift, or the audit chain is broken", "-"),
  BUSY(10, "another process holds the lock, or OKX says slow down; nothing was accepted", "later"),
  HALTED(11, "trading is halted", "no"),
  INTERRUPTED(130, "interrupted; see the journal", "no");

  private final int number;
  private final String meaning;
  private final String repeat;

  ExitCode(int number, String meaning, String repeat) {
    this.number = number;
    this.meaning = meaning;
    this.repeat = repeat;
  }

  /// The process exit status.
  public int number() {
    return number;
  }

  /// The word used in documents, for example `denied`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// One line for people.
  public String meaning() {
    return meaning;
  }

  /// Whether the same command may be repeated: `yes`, `later`, `no`, or `-` where it makes no
  /// sense.
  public String repeat() {
    return repeat;
  }
}
