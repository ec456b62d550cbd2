package dev.okxguard.alert;

import dev.okxguard.model.Secret;
import dev.okxguard.model.Time;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Posts to a URL, which is a secret: it usually holds a token, in its path or even in the host's
/// name. Sent a second time only when the first attempt cannot have been taken: it never left, or
/// the server said that it was too busy or broken.
public final class Webhook implements Channel {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/json", "User-Agent", "okx-guard");

  private final Secret url;
  private final Function<URI, Transport> transports;
  private final Time time;
  private final Duration timeout;

  /// @param url `https`, or `http` to this machine
  /// @param transports opens the way to scheme, host and port; each is closed after use
  public Webhook(Secret url, Function<URI, Transport> transports, Time time) {
    this(url, transports, time, TIMEOUT);
  }

  Webhook(Secret url, Function<URI, Transport> transports, Time time, Duration timeout) {
    this.url = url;
    this.transports = transports;
    this.time = time;
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Optional<String> deliver(byte[] payload) {
    URI uri = URI.create(url.reveal());
    try (Transport transport = transports.apply(URI.create(base(uri)))) {
      WireRequest request = new WireRequest("POST", target(uri), HEADERS, payload, timeout);
      Transmission first = transport.send(request);
      Transmission last = mayRepeat(first) && paused() ? transport.send(request) : first;
      return failure(last).map(why -> withoutHost(why, uri.getHost()));
    }
  }

  private static String base(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port;
  }

  private static String target(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static boolean mayRepeat(Transmission first) {
    return switch (first) {
      case Transmission.NotSent _ -> true;
      case Transmission.Answered answer ->
          answer.status() == 408 || answer.status() == 429 || answer.status() >= 500;
      case Transmission.Lost _ -> false;
    };
  }

  private boolean paused() {
    try {
      time.pause(PAUSE);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// The answer's body is never shown: it may repeat the token.
  private static Optional<String> failure(Transmission end) {
    return switch (end) {
      case Transmission.Answered answer when answer.status() / 100 == 2 -> Optional.empty();
      case Transmission.Answered answer -> Optional.of("answered HTTP " + answer.status());
      case Transmission.NotSent why -> Optional.of(why.reason());
      case Transmission.Lost why -> Optional.of(why.reason());
    };
  }

  private static String withoutHost(String reason, String host) {
    return reason.replace(host, "****");
  }
}
