/// `okx reconcile`: arguments in, one run of [dev.okxguard.reconcile.Reconciliation], its report as
/// text or JSON.
///
/// May depend on everything below `cli`; decides nothing about the account.
package dev.okxguard.cli.reconcile;
