/// The order gateway: the only way a write reaches the exchange, and the only code that knows the
/// order of its steps.
///
/// Depends on `guard`, `journal`, `okx` and `model`. Never prints, never asks, never repeats a
/// write.
package dev.okxguard.trade;
