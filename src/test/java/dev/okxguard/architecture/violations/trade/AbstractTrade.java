package dev.okxguard.architecture.violations.trade;

/// A name that says how, not what.
final class AbstractTrade {}
