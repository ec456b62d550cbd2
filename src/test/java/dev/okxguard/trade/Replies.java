package dev.okxguard.trade;

import dev.okxguard.model.ExchangeError;
import dev.okxguard.okx.WriteReplies;
import dev.okxguard.okx.WriteReply;
import tools.jackson.databind.node.JsonNodeFactory;

/// Answers to writes, a letter each: accepted, refused, gone (no such position), not sent, unknown.
final class Replies {
  private static final ExchangeError ERROR =
      new ExchangeError("51400", "gone", ExchangeError.Kind.REJECTED, "is over", "", 200, "");

  private static final ExchangeError GONE =
      new ExchangeError("51023", "gone", ExchangeError.Kind.REJECTED, "no position", "", 200, "");

  private Replies() {}

  static WriteReplies of(String letters) {
    return new WriteReplies(letters.chars().mapToObj(letter -> reply((char) letter)).toList());
  }

  private static WriteReply reply(char letter) {
    return switch (letter) {
      case 'A' -> new WriteReply.Accepted("77", JsonNodeFactory.instance.objectNode());
      case 'R' -> new WriteReply.Refused(ERROR);
      case 'G' -> new WriteReply.Refused(GONE);
      case 'N' -> new WriteReply.NotSent("no line");
      case 'U' -> new WriteReply.Unknown(ERROR);
      default -> throw new IllegalArgumentException("no such answer: " + letter);
    };
  }
}
