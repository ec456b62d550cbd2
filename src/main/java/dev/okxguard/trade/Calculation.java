package dev.okxguard.trade;

import dev.okxguard.model.OrderDraft;
import java.util.Optional;

/// A size worked out, with what the order would cost.
///
/// @param draft the order in OKX's own unit
/// @param estimate empty when the instrument could not be read
public record Calculation(OrderDraft draft, Optional<Estimate> estimate) {}
