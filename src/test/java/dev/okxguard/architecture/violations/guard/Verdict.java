package dev.okxguard.architecture.violations.guard;

/// What `config` may not know of this package.
public record Verdict(String name) {}
