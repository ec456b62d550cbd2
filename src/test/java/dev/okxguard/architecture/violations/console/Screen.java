package dev.okxguard.architecture.violations.console;

/// A screen; breaks nothing.
public record Screen(String title) {}
