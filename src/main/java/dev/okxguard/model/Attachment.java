package dev.okxguard.model;

import java.math.BigDecimal;
import java.util.Optional;

/// A take-profit and stop-loss as the exchange shows them on the order they are attached to. They
/// become an algo order of their own once that order is filled.
///
/// @param algoClOrdId the client id that algo order will have, "" when none was given
/// @param sz part of the order's size it is for; empty when it is for all of it
/// @param failCode why the exchange could not place it, else ""
public record Attachment(
    String algoClOrdId, AttachedStop stop, Optional<BigDecimal> sz, String failCode) {}
