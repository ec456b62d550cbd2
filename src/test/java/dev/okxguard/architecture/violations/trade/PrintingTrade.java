package dev.okxguard.architecture.violations.trade;

import dev.okxguard.architecture.violations.console.Screen;

/// A trade that prints.
record PrintingTrade(Screen screen) {}
