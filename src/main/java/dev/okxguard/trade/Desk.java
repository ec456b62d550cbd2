package dev.okxguard.trade;

import dev.okxguard.guard.Policy;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Everything the gateway works with.
///
/// @param limits the limits; their `readOnly` already includes flag and profile
/// @param random source of client ids
/// @param account told the uid as soon as the exchange names it
/// @param knownUid the account last seen with this key, for when the exchange does not say
/// @param progress told what is going on when something takes time
/// @param alerts tells people, in bounded time and without throwing
public record Desk(
    Exchange exchange,
    Environment environment,
    StateDirectory state,
    Limits limits,
    Time time,
    RandomGenerator random,
    Consumer<String> progress,
    Consumer<String> account,
    Supplier<Optional<String>> knownUid,
    Function<Alarm, Delivery> alerts) {

  /// The same with the limits as the files say, for what can wait for nothing on record.
  Desk atOnce() {
    return new Desk(
        exchange,
        environment,
        state,
        Limits.fixed(policy()),
        time,
        random,
        progress,
        account,
        knownUid,
        alerts);
  }

  /// Where the journal of that account lies.
  Path journal(String uid) {
    return state.journal(environment, uid);
  }

  /// The limits in force on the account that was entered.
  Policy policy() {
    return limits.inForce();
  }
}
