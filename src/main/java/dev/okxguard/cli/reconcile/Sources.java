package dev.okxguard.cli.reconcile;

import dev.okxguard.cli.Session;
import dev.okxguard.reconcile.History;
import dev.okxguard.reconcile.Source;
import dev.okxguard.trade.Dispatch;
import dev.okxguard.trade.Past;
import java.util.function.Consumer;

/// What a session offers to reconcile with.
final class Sources {
  private Sources() {}

  static Source of(Session session) {
    return of(session, _ -> {});
  }

  /// @param past takes in what the run reads of it
  static Source of(Session session, Past past) {
    return of(session, happened -> past.add(happened.span(), happened.fills(), happened.bills()));
  }

  private static Source of(Session session, Consumer<History> happened) {
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
        session::knownUid,
        session::remember,
        happened,
        new Dispatch(session.state(), session.time(), session::alert)::send);
  }

  /// Where nobody chose an environment there is no gateway; what is open is told all the same.
  private static void settle(Session session) {
    if (session.settings().environment().isPresent()) {
      session.gateway().resolve();
    }
  }
}
