package dev.okxguard.config;

/// A value that is not what its key needs. The message says what would be and never repeats the
/// value, which may be a misplaced secret.
final class Invalid extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Invalid(String message) {
    super(message);
  }
}
