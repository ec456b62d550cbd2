package dev.okxguard.architecture.violations.okx;

/// What became of a write.
public record WriteReply(String text) {}
