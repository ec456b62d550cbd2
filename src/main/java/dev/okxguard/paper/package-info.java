/// An OKX V5 exchange inside this program: same paths, signatures, envelopes, codes and arithmetic.
///
/// Depends on `model`, `okx.wire`, `disk` and Jackson; only `Main` and `cli` know it.
package dev.okxguard.paper;
