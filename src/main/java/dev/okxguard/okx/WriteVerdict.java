package dev.okxguard.okx;

import dev.okxguard.model.ExchangeError;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transmission.Answered;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What is known about a write after its one transmission. OKX's own code decides, an item's before
/// the envelope's; whatever is not clearly OKX's acceptance or refusal is unknown.
///
/// @param sent the body that went out
record WriteVerdict(Endpoint endpoint, JsonNode sent, Scrub scrub) {
  WriteReply of(Transmission transmission) {
    return switch (transmission) {
      case Transmission.NotSent notSent -> new WriteReply.NotSent(scrub.text(notSent.reason()));
      case Transmission.Lost lost ->
          new WriteReply.Unknown(ExchangeErrors.unknown(scrub.text(lost.reason()), 0, ""));
      case Answered answer -> of(answer);
    };
  }

  private WriteReply of(Answered answer) {
    if (answer.status() / 100 == 3) {
      return unknown("redirected, which is never followed: something answered", answer);
    }
    return Envelope.read(answer.body())
        .map(envelope -> of(envelope, answer))
        .orElseGet(() -> unknown("the answer is not OKX's: " + shape(answer), answer));
  }

  private WriteReply of(Envelope envelope, Answered answer) {
    JsonNode item = envelope.data().path(0);
    Optional<String> itemCode = item.path("sCode").stringValueOpt().filter(s -> !s.isEmpty());
    String code = itemCode.orElse(envelope.code());
    if (!code.equals(Envelope.DONE)) {
      String text = itemCode.isPresent() ? item.path("sMsg").stringValue("") : envelope.msg();
      return refused(ExchangeErrors.of(code, text, answer, scrub));
    }
    return doubt(envelope, itemCode.isPresent(), answer)
        .map(why -> unknown(why, answer))
        .orElseGet(() -> new WriteReply.Accepted(item.path("ordId").stringValue(""), item));
  }

  private static WriteReply refused(ExchangeError error) {
    if (error.kind() == ExchangeError.Kind.UNKNOWN || error.httpStatus() >= 500) {
      return new WriteReply.Unknown(ExchangeErrors.asUnknown(error));
    }
    return new WriteReply.Refused(error);
  }

  /// Why an answer that says "done" cannot be trusted to mean it, if it cannot.
  private Optional<String> doubt(Envelope envelope, boolean itemSaysSo, Answered answer) {
    JsonNode item = envelope.data().path(0);
    if (answer.status() / 100 != 2) {
      return Optional.of("success with HTTP " + answer.status());
    }
    if (!item.isObject()) {
      return Optional.of("success without an item");
    }
    if (!ofOneOrder()) {
      return Optional.empty();
    }
    if (!itemSaysSo || envelope.data().size() != 1) {
      return Optional.of("success without exactly one verdict on the order");
    }
    return orderDoubt(item);
  }

  private Optional<String> orderDoubt(JsonNode item) {
    if (endpoint == Endpoint.PLACE_ORDER && item.path("ordId").stringValue("").isEmpty()) {
      return Optional.of("success without an order id");
    }
    return differs(item, "clOrdId") || endpoint != Endpoint.PLACE_ORDER && differs(item, "ordId")
        ? Optional.of("success for another order than the one sent")
        : Optional.empty();
  }

  private boolean differs(JsonNode item, String field) {
    String asked = sent.path(field).stringValue("");
    String got = item.path(field).stringValue("");
    return !asked.isEmpty() && !got.isEmpty() && !asked.equals(got);
  }

  /// The endpoints whose answers carry an `sCode` for each order (reference c.4).
  private boolean ofOneOrder() {
    return switch (endpoint) {
      case PLACE_ORDER, CANCEL_ORDER, AMEND_ORDER -> true;
      default -> false;
    };
  }

  private WriteReply unknown(String what, Answered answer) {
    String text = what + " (HTTP " + answer.status() + ")";
    String trace = scrub.text(ExchangeErrors.traceId(answer));
    return new WriteReply.Unknown(ExchangeErrors.unknown(text, answer.status(), trace));
  }

  private static String shape(Answered answer) {
    String text = answer.text().strip();
    if (text.isEmpty()) {
      return "an empty body";
    }
    return text.startsWith("<") ? "a web page" : "unreadable, perhaps cut off";
  }
}
