package dev.okxguard.config;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What an account remembers of its policy: the first one seen is taken as it is, a stricter one at
/// once, a looser one after `loosen_delay` or when a person confirms it.
///
/// Nothing here throws: what cannot be read or kept is a problem of the policy, which denies
/// entries.
///
/// @param file `policy.json` in the directory that holds the account's lock
public record PolicyMemory(Path file) {
  private static final String MEND =
      "; a person confirms the policy anew: okx guard limits --loosen";

  /// The memory of the account whose lock is held in that directory.
  public static PolicyMemory in(Path account) {
    return new PolicyMemory(account.resolve("policy.json"));
  }

  /// The policy in force on the account.
  ///
  /// @param says what the files say now
  /// @param now the exchange's clock, given only under the account's lock; without it nothing
  ///   looser takes effect and nothing is kept
  /// @param traded whether the account has entries on record, so that there must be a memory; asked
  ///   only where there is none
  public EffectivePolicy inForce(
      EffectivePolicy says, Optional<Instant> now, BooleanSupplier traded) {
    try {
      Optional<Remembered> remembered = new MemoryFile(file).read();
      if (remembered.isEmpty() && traded.getAsBoolean()) {
        throw new Invalid("is gone, though the account has traded");
      }
      return remembered.map(it -> known(it, says, now)).orElseGet(() -> first(says, now));
    } catch (Invalid e) {
      return says.doubted(file + ", the policy as seen before, " + e.getMessage() + MEND);
    }
  }

  /// Takes the policy as the files have it now, which only a person may ask for.
  ///
  /// @throws Fault `CONFIG` when the files have problems, or it cannot be kept
  public EffectivePolicy confirm(EffectivePolicy says) {
    if (!says.declared().problems().isEmpty()) {
      throw new Fault(
          ExitCode.CONFIG,
          says.declared().problems().getFirst(),
          "Mend the policy files first; then confirm what they say.");
    }
    Memory memory = Memory.first(says.declared().files());
    try {
      keep(memory);
    } catch (Invalid e) {
      throw new Fault(
          ExitCode.CONFIG, file + " " + e.getMessage(), "Mend the state directory's permissions.");
    }
    return says.under(memory);
  }

  private EffectivePolicy known(
      Remembered remembered, EffectivePolicy says, Optional<Instant> now) {
    return remembered.settledOn(says.declared().files())
        ? says
        : under(remembered.memory(), says, now);
  }

  private EffectivePolicy under(Memory memory, EffectivePolicy says, Optional<Instant> now) {
    if (now.isEmpty() || !says.declared().problems().isEmpty()) {
      return says.under(memory);
    }
    if (memory.fromTheFuture(now.get())) {
      throw new Invalid("was written later than now");
    }
    Memory next = memory.seen(says.declared().files(), now.get());
    if (!next.same(memory)) {
      keep(next);
    }
    return says.under(next);
  }

  /// A policy that cannot be trusted is not the first one seen; the one that mends it is.
  private EffectivePolicy first(EffectivePolicy says, Optional<Instant> now) {
    if (now.isPresent() && says.declared().problems().isEmpty()) {
      keep(Memory.first(says.declared().files()));
    }
    return says;
  }

  private void keep(Memory memory) {
    try {
      new MemoryFile(file).write(memory);
    } catch (IOException _) {
      throw new Invalid("cannot be written");
    }
  }
}
