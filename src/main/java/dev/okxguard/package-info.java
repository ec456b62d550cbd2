/// The composition root: the one place that touches the process itself.
///
/// `Main` may depend on everything; nothing depends on it.
package dev.okxguard;
