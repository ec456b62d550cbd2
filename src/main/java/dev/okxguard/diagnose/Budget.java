package dev.okxguard.diagnose;

import java.time.Duration;

/// How the time there is gets shared out: the way to OKX first, then what is read over it, and a
/// little to tell of what did not come.
record Budget(Duration whole) {
  Duration way() {
    return whole.dividedBy(2);
  }

  /// What nothing depends on waits no longer than that.
  Duration aside() {
    return whole.dividedBy(5);
  }

  Duration read() {
    return whole.multipliedBy(9).dividedBy(10);
  }
}
