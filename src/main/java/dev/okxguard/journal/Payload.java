package dev.okxguard.journal;

/// What a record says, as its bytes.
record Payload(String type, byte[] data) {
  static Payload of(Event event) {
    return new Payload(event.type(), EventCodec.bytes(event));
  }
}
