package dev.okxguard.cli.tour;

import dev.okxguard.model.Fault;

/// One stop of the tour and whether it really happened.
record Step(String title, boolean happened, String detail) {

  /// Runs the stop; anything that goes wrong is a step that did not happen.
  static Step of(String title, Stop stop) {
    try {
      return new Step(title, true, stop.visit());
    } catch (NotSeen e) {
      return new Step(title, false, e.getMessage());
    } catch (Fault e) {
      return new Step(title, false, e.getMessage() + " " + e.hint());
    }
  }

  /// What a stop does: gives what was seen, or throws.
  interface Stop {
    String visit();
  }

  /// What should have been seen was not.
  static final class NotSeen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSeen(String message) {
      super(message);
    }
  }

  static void must(boolean seen, String otherwise) {
    if (!seen) {
      throw new NotSeen(otherwise);
    }
  }
}
