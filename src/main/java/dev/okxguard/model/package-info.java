/// The values everything else speaks in: accounts, instruments, orders, positions, money and time.
///
/// Depends on `java.base` alone; does no input or output and reads no clock.
package dev.okxguard.model;
