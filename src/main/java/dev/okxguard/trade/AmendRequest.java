package dev.okxguard.trade;

import java.math.BigDecimal;
import java.util.Optional;

/// A resting order that somebody wants changed.
///
/// @param ordId,clOrdId which one, by one of its ids; `ordId` wins
/// @param newSz the new total size, a filled part included
/// @param cancelOnFail whether OKX shall cancel the order when it cannot change it
/// @param key the caller's intent id: the same key with the same change is never sent twice
public record AmendRequest(
    String instId,
    Optional<String> ordId,
    Optional<String> clOrdId,
    Optional<BigDecimal> newSz,
    Optional<BigDecimal> newPx,
    boolean cancelOnFail,
    Optional<String> key) {}
