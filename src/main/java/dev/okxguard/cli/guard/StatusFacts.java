package dev.okxguard.cli.guard;

import dev.okxguard.cli.Session;
import dev.okxguard.config.Enforcement;
import dev.okxguard.guard.Policy;
import dev.okxguard.journal.HeartbeatFile;
import dev.okxguard.journal.Ledger;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.trade.TradingState;
import dev.okxguard.trade.TradingStop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What disk alone tells of the account in use. Whatever cannot be read is named and left out.
///
/// @param account empty when nobody can tell which one it is
/// @param ledger empty when there is none, or none that can be read
/// @param heartbeat OKX's dead man's switch, failed where nobody can tell; empty when it is off
/// @param policy read-only when flag or profile say so
/// @param waiting how many looser limits wait for their time
/// @param enforcement empty when nobody can tell
/// @param trouble why something is missing, in words
record StatusFacts(
    Optional<Environment> environment,
    String profile,
    Optional<TradingStop> account,
    TradingState state,
    Optional<Ledger> ledger,
    Optional<HeartbeatFile.Last> heartbeat,
    Policy policy,
    int waiting,
    Optional<Enforcement> enforcement,
    List<String> trouble) {

  static StatusFacts of(Session session) {
    List<String> trouble = new ArrayList<>();
    Optional<Environment> environment = read(trouble, session::environment);
    Optional<TradingStop> account =
        environment.flatMap(
            env ->
                session
                    .knownUid()
                    .map(uid -> new TradingStop(session.state(), env, uid, session.time())));
    Optional<Ledger> ledger =
        account.flatMap(it -> read(trouble, it::ledger)).flatMap(found -> found);
    TradingState state =
        account
            .map(
                it ->
                    TradingState.of(
                        session.state(), it.env(), it.uid(), ledger.map(Ledger::latest)))
            .orElseGet(() -> TradingState.ofAll(session.state()));
    return new StatusFacts(
        environment,
        environment.map(_ -> session.profile()).orElse(""),
        account,
        state,
        ledger,
        account.flatMap(it -> heartbeat(session, it)),
        environment.map(_ -> session.policy()).orElseGet(() -> session.limits().policy()),
        session.limits().waiting().size(),
        read(trouble, session::enforcement),
        List.copyOf(trouble));
  }

  private static Optional<HeartbeatFile.Last> heartbeat(Session session, TradingStop account) {
    try {
      return new HeartbeatFile(session.state(), account.env(), account.uid()).read();
    } catch (Fault fault) {
      return Optional.of(new HeartbeatFile.Last(Optional.empty(), true, fault.getMessage()));
    }
  }

  private static <T> Optional<T> read(List<String> trouble, Supplier<T> source) {
    try {
      return Optional.of(source.get());
    } catch (Fault fault) {
      trouble.add(fault.getMessage());
      return Optional.empty();
    }
  }

  String uid() {
    return account.map(TradingStop::uid).orElse("");
  }
}
