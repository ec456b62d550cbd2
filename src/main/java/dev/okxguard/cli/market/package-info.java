/// `okx market`: public data, unsigned; needs no credentials.
///
/// Depends on `cli`, its options and answers, and `okx`.
package dev.okxguard.cli.market;
