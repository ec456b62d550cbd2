package dev.okxguard.okx;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Secret;
import dev.okxguard.okx.wire.Headers;
import dev.okxguard.okx.wire.Signature;
import dev.okxguard.okx.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Builds requests: headers, signature, the demo mark (reference a.2, a.3).
final class Requests {
  private static final byte[] NO_BODY = {};

  private final RestClient.Parts parts;

  Requests(RestClient.Parts parts) {
    this.parts = parts;
  }

  /// The credentials for that endpoint, empty for a public one.
  ///
  /// @throws Fault AUTH when they are missing or cannot be sent
  Optional<Credentials> credentials(Endpoint endpoint) {
    if (!endpoint.signed()) {
      return Optional.empty();
    }
    Credentials credentials = parts.credentials().get();
    check("API key", credentials.apiKey());
    check("secret key", credentials.secretKey());
    check("passphrase", credentials.passphrase());
    return Optional.of(credentials);
  }

  /// A read, signed for that server time if it must be.
  WireRequest get(
      String target, Optional<Credentials> credentials, Instant serverTime, Duration timeout) {
    Map<String, String> headers = common();
    credentials.ifPresent(c -> sign(headers, c, serverTime, "GET", target, NO_BODY));
    return new WireRequest("GET", target, headers, NO_BODY, timeout);
  }

  /// A write, signed over exactly these bytes.
  WireRequest post(
      Endpoint endpoint,
      byte[] body,
      Optional<Instant> expiry,
      Optional<Credentials> credentials,
      Instant serverTime) {
    Map<String, String> headers = common();
    headers.put(Headers.CONTENT_TYPE, "application/json");
    expiry.ifPresent(at -> headers.put(Headers.EXPIRY, Long.toString(at.toEpochMilli())));
    credentials.ifPresent(c -> sign(headers, c, serverTime, "POST", endpoint.path(), body));
    return new WireRequest("POST", endpoint.path(), headers, body, parts.timeout());
  }

  private Map<String, String> common() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put(Headers.USER_AGENT, parts.userAgent());
    if (parts.environment() == Environment.DEMO) {
      headers.put(Headers.SIMULATED, "1");
    }
    return headers;
  }

  private static void sign(
      Map<String, String> headers,
      Credentials credentials,
      Instant serverTime,
      String method,
      String target,
      byte[] body) {
    String timestamp = Signature.timestamp(serverTime);
    headers.put(Headers.KEY, credentials.apiKey().reveal());
    headers.put(Headers.PASSPHRASE, credentials.passphrase().reveal());
    headers.put(Headers.TIMESTAMP, timestamp);
    headers.put(
        Headers.SIGN, Signature.sign(credentials.secretKey(), timestamp, method, target, body));
  }

  /// A header takes printable ASCII only; an HTTP library's own complaint would quote the secret.
  private static void check(String name, Secret secret) {
    if (secret.isEmpty()) {
      throw new Fault(
          ExitCode.AUTH, "the " + name + " is missing", "Configure it: `okx help config`.");
    }
    if (!secret.reveal().chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new Fault(
          ExitCode.AUTH,
          "the " + name + " holds a character that cannot be sent",
          "Only printable ASCII is possible; look for a line break or a typographic quote.");
    }
  }
}
