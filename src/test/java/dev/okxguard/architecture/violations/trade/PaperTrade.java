package dev.okxguard.architecture.violations.trade;

import dev.okxguard.architecture.violations.paper.PaperDesk;

/// A trade that knows where it goes.
record PaperTrade(PaperDesk desk) {}
