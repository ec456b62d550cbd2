/// What halts trading by itself: the day's loss, the drawdown, losing round trips in a row, an
/// abnormal move. Pure decisions over values handed in.
///
/// Depends on `guard` and `model` alone. Does no input or output, fetches nothing, remembers
/// nothing: what must last from look to look is in [Marks] and [Tally], for the caller to keep.
package dev.okxguard.guard.breaker;
