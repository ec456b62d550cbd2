package dev.okxguard.architecture.violations.okx;

/// The exchange; breaks nothing.
public interface Exchange {
  String place(String body);

  String cancel(String id);

  String balance();
}
