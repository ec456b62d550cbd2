/// One harness for every kind of write: random faults at random steps, and afterwards one intent is
/// at most one order, nobody was told otherwise, and the journal's last word is the exchange's.
///
/// A new kind of write is one class, a [dev.okxguard.trade.anyfault.Kind], and a line in
/// [dev.okxguard.trade.anyfault.Kinds].
package dev.okxguard.trade.anyfault;
