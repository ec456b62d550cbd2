package dev.okxguard.paper;

/// What a key of the paper account may do, each more than the one before.
public enum KeyRights {
  READ("read_only"),
  TRADE("read_only,trade"),
  WITHDRAW("read_only,trade,withdraw");

  private final String perm;

  KeyRights(String perm) {
    this.perm = perm;
  }

  /// As OKX writes it.
  String perm() {
    return perm;
  }

  /// Whether it may trade and change settings.
  boolean trade() {
    return this != READ;
  }

  static KeyRights of(boolean trade, boolean withdraw) {
    if (!trade) {
      return READ;
    }
    return withdraw ? WITHDRAW : TRADE;
  }
}
