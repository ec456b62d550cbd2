package dev.okxguard.cli.audit;

import dev.okxguard.cli.Session;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which journal is meant: that of the account last seen with this key, or else of the account the
/// exchange names.
final class Books {
  private Books() {}

  static String uid(Session session) {
    return session.knownUid().orElseGet(() -> session.exchange().config().uid());
  }

  /// The account's journal.
  ///
  /// @throws Fault CONFIG when there is none yet
  static Path journal(Session session, String uid) {
    Path journal = session.state().journal(session.environment(), uid);
    if (!Files.isDirectory(journal)) {
      throw none(session, uid);
    }
    return journal;
  }

  private static Fault none(Session session, String uid) {
    return new Fault(
        ExitCode.CONFIG,
        "there is no journal yet for " + session.environment().word() + " account " + uid,
        "it begins with the first order; okx --paper order place … makes one");
  }
}
