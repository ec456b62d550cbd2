package dev.okxguard.paper;

import dev.okxguard.model.Secret;
import dev.okxguard.okx.wire.Headers;
import dev.okxguard.okx.wire.Signature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who sends a signed request: key, clock, environment, passphrase and signature, in that order
/// (reference a.2 to a.4).
final class Authentication {
  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final Pattern KEY =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  private final Incoming request;
  private final PaperExchange exchange;

  Authentication(Incoming request, PaperExchange exchange) {
    this.request = request;
    this.exchange = exchange;
  }

  /// The first reason to refuse the request, or empty when it is genuine.
  Optional<Result> refusal() {
    return header(Headers.KEY, "50103")
        .or(() -> header(Headers.PASSPHRASE, "50104"))
        .or(() -> header(Headers.SIGN, "50106"))
        .or(() -> header(Headers.TIMESTAMP, "50107"))
        .or(this::clock)
        .or(this::key);
  }

  /// The key the request names.
  Optional<ApiKey> caller() {
    return exchange.key(text(Headers.KEY));
  }

  private Optional<Result> header(String name, String code) {
    return request.header(name).isPresent()
        ? Optional.empty()
        : refuse(code, "Request header \"" + name + "\" cannot be empty.");
  }

  private Optional<Result> clock() {
    Instant sent;
    try {
      sent = TIMESTAMP.parse(text(Headers.TIMESTAMP), Instant::from);
    } catch (DateTimeException e) {
      return refuse("50112", "Invalid OK-ACCESS-TIMESTAMP");
    }
    return Duration.between(sent, request.now()).abs().compareTo(WINDOW) > 0
        ? refuse("50102", "Timestamp request expired")
        : Optional.empty();
  }

  private Optional<Result> key() {
    if (!KEY.matcher(text(Headers.KEY)).matches()) {
      return refuse("50111", "Invalid OK-ACCESS-KEY");
    }
    return caller().map(this::genuine).orElseGet(() -> refuse("50119", "No such key on this site"));
  }

  private Optional<Result> genuine(ApiKey key) {
    if (!key.worksIn(text(Headers.SIMULATED).equals("1"))) {
      return refuse("50101", "Key of the other environment: live and demo differ");
    }
    if (!same(key.credentials().passphrase().reveal(), text(Headers.PASSPHRASE))) {
      return refuse("50105", "Request header \"OK-ACCESS-PASSPHRASE\" incorrect.");
    }
    return same(signature(key.credentials().secretKey()), text(Headers.SIGN))
        ? Optional.empty()
        : refuse("50113", "Invalid Sign");
  }

  private String signature(Secret secret) {
    return Signature.sign(
        secret, text(Headers.TIMESTAMP), request.method(), request.target(), request.body());
  }

  private String text(String header) {
    return request.header(header).orElse("");
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Result> refuse(String code, String message) {
    return Optional.of(Result.failure(401, code, message));
  }
}
