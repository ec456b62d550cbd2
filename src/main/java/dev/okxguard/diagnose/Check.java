package dev.okxguard.diagnose;

import dev.okxguard.model.Fault;
import java.util.function.Supplier;

/// One thing to look at.
///
/// @param look may throw whatever its sources throw; [#find] tells of it instead
public record Check(CheckId id, Supplier<Finding> look) {

  /// What it finds. Never throws.
  Finding find() {
    try {
      return look.get();
    } catch (NotKnown e) {
      return Finding.waiting(e.teller());
    } catch (Fault fault) {
      return Finding.unknown(fault.getMessage(), fault.hint());
    } catch (RuntimeException e) {
      return Finding.fail(
          "the check itself broke: " + e.getClass().getSimpleName(),
          "this is a bug in okx-guard; please report it");
    }
  }
}
