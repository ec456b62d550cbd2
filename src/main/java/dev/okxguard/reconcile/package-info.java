/// Does the account hold what it should? Books of what is expected, counted from what happened, and
/// compared with what the exchange shows.
///
/// Depends on `guard`, `journal`, `okx` and `model`. Reports; never repairs, never trades.
package dev.okxguard.reconcile;
