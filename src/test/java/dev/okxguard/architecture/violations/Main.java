package dev.okxguard.architecture.violations;

import dev.okxguard.architecture.violations.paper.PaperDesk;

/// May do all of this, being `Main`.
public final class Main {
  private Main() {}

  static long started(PaperDesk desk) {
    return System.nanoTime() + desk.hashCode();
  }
}
