package dev.okxguard.reconcile;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;

/// The account did not stand still long enough to be compared.
final class Unstable extends Fault {
  private static final long serialVersionUID = 1L;

  Unstable(String message) {
    super(ExitCode.UNREACHABLE, message, "run it again");
  }
}
