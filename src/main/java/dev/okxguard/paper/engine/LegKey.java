package dev.okxguard.paper.engine;

import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;

/// Which position is meant.
record LegKey(String instId, TdMode mgnMode, PosSide posSide) {}
