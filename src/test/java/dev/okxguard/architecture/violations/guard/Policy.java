package dev.okxguard.architecture.violations.guard;

/// What `config` may know of this package.
public record Policy(String name) {}
