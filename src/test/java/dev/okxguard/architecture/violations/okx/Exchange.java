package dev.okxguard.architecture.violations.okx;

/// The exchange; breaks nothing.
public interface Exchange {
  WriteReply place(String body);

  WriteReply cancel(String id);

  String balance();
}
