package dev.okxguard.paper;

import dev.okxguard.okx.wire.Headers;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// The checks every request passes before the exchange sees it. OKX does not publish their order;
/// this one fits what is known of its answers.
final class Gateway {
  private static final String CONFIG = "/api/v5/account/config";
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

  private final RateLimits limits = new RateLimits();

  /// The exchange's answer, or the first check's refusal.
  ///
  /// @param script what of the request the exchange gets to see, and of its answer the client
  Result handle(PaperExchange exchange, Incoming request, Script script) {
    boolean signed = !PaperExchange.open(request.path());
    Authentication authentication = new Authentication(request, exchange);
    return route(exchange, request)
        .or(() -> signed ? authentication.refusal() : Optional.empty())
        .or(() -> encoding(request))
        .or(() -> rate(request))
        .or(() -> signed ? permission(authentication, request) : Optional.empty())
        .or(() -> request.get() ? Optional.empty() : content(request))
        .orElseGet(() -> asSeenBy(authentication, request, work(exchange, call(request), script)));
  }

  private static Result work(PaperExchange exchange, Call call, Script script) {
    Visibility visibility = new Visibility(script.hidden());
    Optional<Partial> partial = script.partial().map(Partial::new);
    Call seen = visibility.before(partial.map(part -> part.before(call)).orElse(call));
    Result result = visibility.after(call, exchange.handle(seen));
    return partial.map(part -> part.after(call.body(), result)).orElse(result);
  }

  /// The account's configuration also says what the asking key may do.
  private static Result asSeenBy(Authentication caller, Incoming request, Result result) {
    if (request.path().equals(CONFIG)) {
      caller
          .caller()
          .map(key -> key.rights().perm())
          .ifPresent(
              perm ->
                  result.data().valueStream().forEach(row -> ((ObjectNode) row).put("perm", perm)));
    }
    return result;
  }

  private static Optional<Result> route(PaperExchange exchange, Incoming request) {
    String path = request.path();
    if (exchange.serves(request.method(), path)) {
      return Optional.empty();
    }
    boolean known = exchange.serves("GET", path) || exchange.serves("POST", path);
    return known ? refuse(405, "50115", "Invalid request method") : refuse(404, "", "Not Found");
  }

  private static Optional<Result> encoding(Incoming request) {
    return request.readable() ? Optional.empty() : refuse(400, "51000", "Parameter error");
  }

  private Optional<Result> rate(Incoming request) {
    return limits.admit(request) ? Optional.empty() : refuse(429, "50011", "Too Many Requests");
  }

  private static Optional<Result> permission(Authentication authentication, Incoming request) {
    boolean allowed =
        request.get() || authentication.caller().filter(key -> key.rights().trade()).isPresent();
    return allowed
        ? Optional.empty()
        : refuse(401, "50120", "Key lacks the permission for this endpoint");
  }

  private static Optional<Result> content(Incoming request) {
    String type = request.header(Headers.CONTENT_TYPE).orElse("").toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/json")) {
      return refuse(400, "50006", "Content-Type must be application/json");
    }
    if (request.body().length == 0) {
      return refuse(400, "50000", "Body can not be empty");
    }
    if (request.json().isEmpty()) {
      return refuse(400, "50002", "Body is not valid JSON");
    }
    return request.header(Headers.EXPIRY).filter(text -> !MILLIS.matcher(text).matches()).isEmpty()
        ? Optional.empty()
        : refuse(400, "51000", "Parameter expTime error");
  }

  private static Optional<Result> refuse(int status, String code, String message) {
    return Optional.of(Result.failure(status, code, message));
  }

  private static Call call(Incoming request) {
    return new Call(
        request.method(),
        request.path(),
        request.query(),
        request.json().orElseThrow(),
        request
            .header(Headers.EXPIRY)
            .filter(text -> !request.get())
            .map(text -> Instant.ofEpochMilli(Long.parseLong(text))),
        request.now());
  }
}
