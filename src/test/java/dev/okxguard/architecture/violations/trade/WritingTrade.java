package dev.okxguard.architecture.violations.trade;

import java.io.PrintWriter;

/// A trade that writes to a stream.
record WritingTrade(PrintWriter out) {}
