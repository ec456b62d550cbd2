/// `okx account`: what the account holds, may do, did and pays.
///
/// Depends on `cli`, its options and answers, `model` and `okx`.
package dev.okxguard.cli.account;
