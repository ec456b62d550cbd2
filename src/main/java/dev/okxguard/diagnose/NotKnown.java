package dev.okxguard.diagnose;

/// Something a check needs is not to be had, and another check tells why.
final class NotKnown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CheckId teller;

  NotKnown(CheckId teller) {
    super(teller.word());
    this.teller = teller;
  }

  CheckId teller() {
    return teller;
  }
}
