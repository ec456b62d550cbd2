package dev.okxguard.cli;

import dev.okxguard.config.EffectivePolicy;
import dev.okxguard.config.PolicyMemory;
import dev.okxguard.guard.Policy;
import dev.okxguard.journal.JournalPlace;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.trade.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The limits of the account that a command has entered: what the files say by then, and what the
/// account remembers.
///
/// @param state where the account's lock is held
/// @param files what the policy files say, read again where the command had to wait
/// @param entered told what is in force there
record AccountLimits(
    StateDirectory state,
    Environment environment,
    boolean readOnly,
    Supplier<EffectivePolicy> files,
    Consumer<EffectivePolicy> entered)
    implements Limits.Source {

  @Override
  public Policy of(String uid, Optional<Instant> now) {
    EffectivePolicy inForce = inForce(state, environment, uid, files.get(), now);
    entered.accept(inForce);
    return readOnly ? inForce.policy().asReadOnly() : inForce.policy();
  }

  /// What is in force on that account. Never throws, since exits and the kill switch pass here.
  ///
  /// @param now the exchange's clock, only under the account's lock
  static EffectivePolicy inForce(
      StateDirectory state,
      Environment environment,
      String uid,
      EffectivePolicy says,
      Optional<Instant> now) {
    try {
      EffectivePolicy remembered =
          PolicyMemory.in(state.lock(environment, uid))
              .inForce(says, now, () -> traded(state, environment, uid));
      return new JournalPlace(state, environment, uid)
          .moved(now.isPresent())
          .map(remembered::doubted)
          .orElse(remembered);
    } catch (Fault fault) {
      return says.doubted("what the account remembers cannot be found: " + fault.getMessage());
    }
  }

  /// Whether an entry is on record, also where the journal was before it was moved: none goes out
  /// before the policy is remembered.
  private static boolean traded(StateDirectory state, Environment environment, String uid) {
    return traded(state.journal(environment, uid))
        || traded(new StateDirectory(state.anchor()).journal(environment, uid));
  }

  private static boolean traded(Path journal) {
    if (!Files.isDirectory(journal)) {
      return false;
    }
    try {
      return JournalReader.any(
          journal,
          (type, _) -> type.equals("intent"),
          record -> record.data().path("entry").asBoolean(false));
    } catch (Fault _) {
      return true;
    }
  }
}
