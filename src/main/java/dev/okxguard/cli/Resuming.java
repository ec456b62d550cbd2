package dev.okxguard.cli;

import dev.okxguard.trade.TradingState;

/// Which command lifts a halt. Where all accounts are stopped, no account resumes before that is
/// lifted.
final class Resuming {
  private Resuming() {}

  static String command(Session session) {
    return TradingState.ofAll(session.state()).ofAll()
        ? "okx guard resume --all"
        : "okx --" + session.environment().word() + " guard resume";
  }
}
