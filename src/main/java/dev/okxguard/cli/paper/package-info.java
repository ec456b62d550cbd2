/// `okx paper …`: the embedded exchange, operated.
package dev.okxguard.cli.paper;
