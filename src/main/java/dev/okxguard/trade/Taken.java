package dev.okxguard.trade;

import dev.okxguard.model.Order;
import java.util.Optional;

/// That OKX took a write.
///
/// @param id the order's or algo order's id, "" when OKX gives none
/// @param seen the order, when finding out already showed it
/// @param remark how it is known, "" when OKX said so at once
record Taken(String id, Optional<Order> seen, String remark) {}
