package dev.okxguard.trade;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One write somebody wants, cut into the parts that the gateway puts in order. An errand reads and
/// judges; it never sends.
interface Errand {
  /// The journal's word for it.
  String action();

  /// The instrument it is about, "" for the whole account.
  String instId();

  /// The caller's own id of it: the same one with the same content is never sent twice.
  default Optional<String> key() {
    return Optional.empty();
  }

  /// The key that the same intent would have, had it been cut into parts, or not.
  default Optional<String> rival() {
    return Optional.empty();
  }

  /// Fingerprint of what was asked for, to tell a retry from something else under the same key.
  default String digest() {
    return Digest.sha256(List.of(action(), wanted().toString()));
  }

  /// What was asked for, to put on record when it is refused before a body could be made.
  ObjectNode wanted();

  /// Whether it can only reduce risk. Then no halt, no broken journal, no busy lock and no fate of
  /// an earlier intent stops it.
  default boolean reduces() {
    return false;
  }

  /// Reads what must be fresh, judges, and says what would be sent. Called under the lock.
  Plan plan(Account account);

  /// Whether it is on record as taken only once it was looked at, by [#verify]: what must not be
  /// missed is looked for by the next command then, should this one be killed before.
  default boolean proves() {
    return false;
  }

  /// Looks at what came of it once OKX took it.
  Outcome verify(Account account, Sent sent, Taken taken);
}
