package dev.okxguard.okx;

import java.util.List;

/// What is known about each write of one request, in the order they were given.
public record WriteReplies(List<WriteReply> all) {
  public WriteReplies {
    all = List.copyOf(all);
  }

  /// The reply to the write at that place.
  public WriteReply get(int index) {
    return all.get(index);
  }
}
