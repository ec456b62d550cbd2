package dev.okxguard.architecture.violations.model;

/// A secret; breaks nothing.
public record Secret(String text) {
  public String reveal() {
    return text;
  }
}
