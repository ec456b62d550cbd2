package dev.okxguard.architecture.violations.trade;

/// A drawer.
final class TradeUtils {
  /// Another, inside.
  static final class TradeImpl {}
}
