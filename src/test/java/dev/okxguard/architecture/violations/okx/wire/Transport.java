package dev.okxguard.architecture.violations.okx.wire;

/// The way to the exchange; breaks nothing.
public interface Transport {
  String send(String request);
}
