package dev.okxguard.architecture.violations.odds;

/// In a package nobody planned.
record Stray(String name) {}
