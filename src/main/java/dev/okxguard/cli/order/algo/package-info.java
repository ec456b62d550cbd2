/// `okx order algo`: take-profits, stop-losses, triggers and trailing stops. Translates arguments
/// and calls the gateway or a read.
package dev.okxguard.cli.order.algo;
