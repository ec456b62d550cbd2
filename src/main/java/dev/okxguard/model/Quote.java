package dev.okxguard.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// What an instrument trades at now.
///
/// @param last last trade
/// @param bid,ask best prices, empty when that side of the book is
/// @param time when the exchange said so, by its clock
public record Quote(
    String instId,
    BigDecimal last,
    Optional<BigDecimal> bid,
    Optional<BigDecimal> ask,
    Instant time) {}
