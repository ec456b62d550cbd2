package dev.okxguard.okx;

import dev.okxguard.model.ExchangeError;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transmission.Answered;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What is known about a write after its one transmission. OKX's own code decides: the item's where
/// the envelope's only sums up the items, else the envelope's. Whatever is not clearly OKX's
/// acceptance or refusal is unknown, above all a code that our table lacks, since a proxy may have
/// answered. One exception: OKX adds codes, so that a new `sCode` (five digits, the first a 5) is a
/// refusal where HTTP 200, the envelope's 1 or 2 ("failed") and the echo of our own id prove that
/// OKX's order service speaks. What is left open by such a new code would be missed; OKX's codes of
/// that sort are few, and listed.
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
    if (redirect(answer)) {
      return unknown("redirected, which is never followed: something answered", answer);
    }
    return Envelope.read(answer.body())
        .map(envelope -> of(envelope, answer))
        .orElseGet(() -> unknown("the answer is not OKX's: " + shape(answer), answer));
  }

  /// Whatever it says, OKX sends none.
  static boolean redirect(Answered answer) {
    return answer.status() / 100 == 3;
  }

  WriteReply of(Envelope envelope, Answered answer) {
    JsonNode item = envelope.data().path(0);
    Optional<String> itemCode = item.path("sCode").stringValueOpt().filter(s -> !s.isEmpty());
    if (!envelope.summary()) {
      ExchangeError error = error(envelope.code(), envelope.msg(), answer);
      return disputed(item) ? open(error) : refused(error);
    }
    if (!itemCode.orElse(envelope.code()).equals(Envelope.DONE)) {
      return itemCode
          .map(code -> refusedItem(envelope, code, answer))
          .orElseGet(() -> refused(error(envelope.code(), envelope.msg(), answer)));
    }
    return doubt(envelope, itemCode.isPresent(), answer)
        .map(why -> unknown(why, answer))
        .orElseGet(() -> new WriteReply.Accepted(item.path(idField()).stringValue(""), item));
  }

  private WriteReply refusedItem(Envelope envelope, String code, Answered answer) {
    JsonNode item = envelope.data().path(0);
    String text = item.path("sMsg").stringValue("");
    if (ofOneOrder() && (envelope.data().size() != 1 || ofAnother(item))) {
      return open(error(code, text, answer));
    }
    return newCode(envelope, code, answer)
        ? refused(ExchangeErrors.of(code, text, answer, scrub))
        : refused(error(code, text, answer));
  }

  /// Whether it is a code of OKX's order service that only our table lacks.
  private boolean newCode(Envelope envelope, String code, Answered answer) {
    return ofOneOrder()
        && answer.status() == 200
        && !envelope.done()
        && code.matches("5[0-9]{4}")
        && echoes(envelope.data().path(0));
  }

  private boolean echoes(JsonNode item) {
    return echoes(item, clientIdField()) || echoes(item, idField());
  }

  private boolean echoes(JsonNode item, String field) {
    String asked = sent.path(field).stringValue("");
    return !asked.isEmpty() && asked.equals(item.path(field).stringValue(""));
  }

  /// Whether the item under an error of the whole request says anything but that it failed.
  private static boolean disputed(JsonNode item) {
    JsonNode verdict = item.path("sCode");
    return !verdict.isMissingNode()
        && ErrorTable.rowOfWrite(verdict.asString("")).kind() == ExchangeError.Kind.UNKNOWN;
  }

  private ExchangeError error(String code, String text, Answered answer) {
    return ExchangeErrors.ofWrite(code, text, answer, scrub);
  }

  private static WriteReply open(ExchangeError error) {
    return new WriteReply.Unknown(ExchangeErrors.asUnknown(error));
  }

  private static WriteReply refused(ExchangeError error) {
    if (error.kind() == ExchangeError.Kind.UNKNOWN || error.httpStatus() >= 500) {
      return open(error);
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
    if (places() && item.path(idField()).stringValue("").isEmpty()) {
      return Optional.of("success without an order id");
    }
    return ofAnother(item)
        ? Optional.of("success for another order than the one sent")
        : Optional.empty();
  }

  private boolean ofAnother(JsonNode item) {
    return differs(item, clientIdField()) || !places() && differs(item, idField());
  }

  private boolean differs(JsonNode item, String field) {
    String asked = sent.path(field).stringValue("");
    String got = item.path(field).stringValue("");
    return !asked.isEmpty() && !got.isEmpty() && !asked.equals(got);
  }

  /// The endpoints whose answers carry an `sCode` for each order (reference c.4, c.5).
  private boolean ofOneOrder() {
    return switch (endpoint) {
      case PLACE_ORDER, CANCEL_ORDER, AMEND_ORDER, ORDER_ALGO, AMEND_ALGOS, CANCEL_ALGOS -> true;
      default -> false;
    };
  }

  private boolean places() {
    return endpoint == Endpoint.PLACE_ORDER || endpoint == Endpoint.ORDER_ALGO;
  }

  private boolean algo() {
    return switch (endpoint) {
      case ORDER_ALGO, AMEND_ALGOS, CANCEL_ALGOS -> true;
      default -> false;
    };
  }

  private String idField() {
    return algo() ? "algoId" : "ordId";
  }

  private String clientIdField() {
    return algo() ? "algoClOrdId" : "clOrdId";
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
