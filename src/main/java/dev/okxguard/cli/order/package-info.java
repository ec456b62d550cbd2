/// `okx order …`: the trading surface.
///
/// Every write goes through the gateway in `trade`; nothing here sends anything itself.
package dev.okxguard.cli.order;
