package dev.okxguard.reconcile;

import dev.okxguard.guard.Policy;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Everything a reconciliation works with.
///
/// @param policy says which positions need a stop, and which fill is a large one
/// @param settle asks what became of writes of unknown fate, and records it
/// @param progress told what is going on when something takes time
/// @param known the account last seen with this key, without asking the exchange
/// @param account told the uid as soon as the exchange names it
/// @param happened told what was read of the past, span by span and oldest first, each without a
///   gap behind the one before; all of it shows by then
/// @param alerts tells people, in bounded time and without throwing
public record Source(
    Exchange exchange,
    Environment environment,
    StateDirectory state,
    Policy policy,
    Time time,
    Runnable settle,
    Consumer<String> progress,
    Supplier<Optional<String>> known,
    Consumer<String> account,
    Consumer<History> happened,
    Function<Alarm, Delivery> alerts) {}
