package dev.okxguard.paper.engine;

/// Remembers whether anything worth saving happened.
final class Changes {
  private boolean any;

  void mark() {
    any = true;
  }

  void clear() {
    any = false;
  }

  boolean any() {
    return any;
  }
}
