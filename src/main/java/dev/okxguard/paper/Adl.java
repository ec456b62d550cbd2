package dev.okxguard.paper;

import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.Optional;

/// An auto-deleveraging that the operator plays.
///
/// @param mgnMode,posSide which position of the instrument, where there are several
/// @param sz contracts, empty for all of them
public record Adl(
    String instId, Optional<TdMode> mgnMode, Optional<PosSide> posSide, Optional<BigDecimal> sz) {}
