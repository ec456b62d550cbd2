package dev.okxguard.architecture.violations.trade;

/// A name that says nothing.
final class PaperManager {}
