package dev.okxguard.architecture.violations.model;

/// Keeps a float.
record FloatingField(Float ratio) {}
