/// `okx config …`: the effective configuration with the source of every value, never a secret.
package dev.okxguard.cli.config;
