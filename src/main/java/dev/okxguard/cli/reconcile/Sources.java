package dev.okxguard.cli.reconcile;

import dev.okxguard.cli.Session;
import dev.okxguard.reconcile.Source;

/// What a session offers to reconcile with.
final class Sources {
  private Sources() {}

  static Source of(Session session) {
    boolean watched = session.console().terminal();
    return new Source(
        session.exchange(),
        session.environment(),
        session.state(),
        session.policy(),
        session.time(),
        () -> settle(session),
        text -> {
          if (watched) {
            session.warn(text);
          } else {
            session.progress(text);
          }
        },
        session::remember,
        session::alert);
  }

  /// Where nobody chose an environment there is no gateway; what is open is told all the same.
  private static void settle(Session session) {
    if (session.settings().environment().isPresent()) {
      session.gateway().resolve();
    }
  }
}
