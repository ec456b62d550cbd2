/// An OKX V5 exchange inside this program: same paths, signatures, envelopes, codes and arithmetic.
///
/// [dev.okxguard.paper.PaperTransport] reaches it without a socket,
/// [dev.okxguard.paper.PaperServer] offers it over HTTP on loopback,
/// [dev.okxguard.paper.PaperAdmin] is its operator's desk. Depends on `model`, `okx.wire`, `disk`,
/// Jackson and the JDK's HTTP server; only `Main` and `cli` know it.
package dev.okxguard.paper;
