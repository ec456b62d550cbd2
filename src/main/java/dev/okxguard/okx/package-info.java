/// The exchange as we use it: signed client, error table, rate limits, and the mapping of OKX's
/// JSON to our own values. The only package that knows OkHttp and Conscrypt.
///
/// Depends on `model`, OkHttp, Conscrypt and Jackson. Reports what happened; never decides whether
/// to trade, never prints, never repeats a write.
package dev.okxguard.okx;
