/// `okx audit …`: the journal, shown and verified.
package dev.okxguard.cli.audit;
