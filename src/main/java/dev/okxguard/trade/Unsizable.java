package dev.okxguard.trade;

import dev.okxguard.guard.Denial;

/// Why a size cannot be worked out, on its way up to where it becomes a value.
final class Unsizable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  static final String MISSING_DATA = "MISSING_DATA";

  private static final String RULE = "size";

  private final transient Denial denial;

  private Unsizable(Denial denial) {
    super(denial.message());
    this.denial = denial;
  }

  /// The caller asked for something that this order cannot have.
  static Unsizable because(String code, String message) {
    return new Unsizable(new Denial(RULE, code, "", "", message));
  }

  /// The size is below the least one.
  static Unsizable tooSmall(String least, String size, String message) {
    return new Unsizable(new Denial(RULE, "SIZE", least, size, message));
  }

  /// Something that it depends on could not be read.
  static Unsizable missing(String datum) {
    return because(
        MISSING_DATA, "missing: " + datum + " (needed to size the order); --sz needs none");
  }

  Denial denial() {
    return denial;
  }
}
