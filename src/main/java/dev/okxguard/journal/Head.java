package dev.okxguard.journal;

/// The end of the chain: what an anchor kept elsewhere must name.
///
/// @param seq number of the last record, 0 for an empty journal
/// @param hash its SHA-256, 64 zeros for an empty journal
public record Head(long seq, String hash) {
  static final Head NONE = new Head(0, "0".repeat(Sha256.HEX_LENGTH));
}
