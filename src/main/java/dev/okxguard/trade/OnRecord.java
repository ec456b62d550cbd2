package dev.okxguard.trade;

import dev.okxguard.guard.Brakes;
import dev.okxguard.guard.Heartbeat;
import dev.okxguard.guard.Stage;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Latest;
import java.util.Optional;

/// What the account's files say that may stand in the way of entries.
///
/// @param reducing why only exits may go
/// @param heartbeat how OKX's dead man's switch stands
record OnRecord(Latest latest, Optional<String> reducing, Heartbeat heartbeat) {
  Brakes brakes() {
    return new Brakes(
        reducing,
        latest.resumed().map(Latest.Said::time),
        latest.tripped().map(Event.Tripped::at),
        latest
            .reconciled()
            .filter(last -> last.outcome().equals("clean"))
            .map(Event.Reconciled::at),
        heartbeat,
        latest.pinned().map(Event.Pinned::posMode),
        latest.pinned().map(Event.Pinned::acctLv),
        latest.promoted().flatMap(last -> Stage.of(last.stage())).orElse(Stage.DEMO));
  }
}
