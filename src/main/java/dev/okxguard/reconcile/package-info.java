/// Does the account hold what it should? Expected against actual, as pure functions over what was
/// read.
///
/// Depends on `okx` and `model`. Reports; never repairs, never trades.
package dev.okxguard.reconcile;
