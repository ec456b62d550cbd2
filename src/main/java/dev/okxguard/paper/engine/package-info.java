/// The trading half of the paper exchange: one account, its orders, positions, balances and bills.
///
/// `TradingEngine` is the only way in. Handlers (`…Reads`, `…Writes`) turn a call into a result;
/// checks decide whether an order is taken; `Matcher` and `Settlement` change the account. Depends
/// on `model`, `paper.market`, the `Call`, `Result` and `Snapshot` of `paper` and Jackson. Money is
/// posted with at most 18 decimals.
package dev.okxguard.paper.engine;
