package dev.okxguard.architecture.violations.okx;

import java.util.List;

/// The exchange; breaks nothing.
public interface Exchange {
  WriteReply place(String body);

  WriteReply cancel(String id);

  WriteReplies place(List<String> bodies);

  String balance();
}
