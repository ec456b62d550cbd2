package dev.okxguard.alert;

import java.util.Optional;

/// One way to reach people.
public interface Channel {
  /// What it is called in a failure; holds no secret.
  String name();

  /// Hands the document over, in bounded time.
  ///
  /// @param payload one JSON object, UTF-8
  /// @return why it failed, without secrets; empty when it was taken
  Optional<String> deliver(byte[] payload);
}
