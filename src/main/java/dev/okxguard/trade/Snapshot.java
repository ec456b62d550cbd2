package dev.okxguard.trade;

import dev.okxguard.guard.Facts;
import java.util.List;

/// The facts as read, and why some are missing.
record Snapshot(Facts facts, List<String> problems) {}
