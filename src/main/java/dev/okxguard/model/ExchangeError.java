package dev.okxguard.model;

/// A refusal or failure in the exchange's own words, with what we know about it.
///
/// @param code the code that decides: an item's `sCode` where there is one, else the envelope's
///   `code`, "" when the answer had none
/// @param message OKX's text, or ours when it sent none
/// @param kind what the code means for a write
/// @param meaning the code in plain words
/// @param next what to do about it
/// @param httpStatus 0 when no answer arrived
/// @param traceId the exchange's request id from the answer's headers, "" when absent
public record ExchangeError(
    String code,
    String message,
    Kind kind,
    String meaning,
    String next,
    int httpStatus,
    String traceId) {

  /// What a code means for the request that got it.
  public enum Kind {
    /// Key, signature, clock, site or address; nothing was done.
    AUTH,
    /// Refused for good; nothing was done.
    REJECTED,
    /// Too many requests or busy before acceptance; nothing was done, later may work.
    BUSY,
    /// Not accepted because of a passing condition (maintenance, settlement); nothing was done.
    NOT_ACCEPTED,
    /// The exchange does not know, or we do not: the request may have taken effect.
    UNKNOWN
  }
}
