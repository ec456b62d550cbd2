package dev.okxguard.okx;

import dev.okxguard.okx.HttpTransport.Target;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Why a request failed, in our words: a library's message may hold anything.
record Reasons(Target target, Duration timeout) {
  /// Before any byte of the request left.
  String notSent(IOException e) {
    return switch (e) {
      case UnknownHostException u -> "the host name " + peer().getHost() + " cannot be resolved";
      case SSLException s -> tls(s);
      case ConnectException c when refused(c) -> "connection refused by " + address();
      case NoRouteToHostException n -> "no route to " + address();
      case SocketTimeoutException t -> noConnection();
      case InterruptedIOException i when Thread.currentThread().isInterrupted() -> "interrupted";
      case InterruptedIOException i -> noConnection();
      default -> other();
    };
  }

  /// After the request, or part of it, may have left.
  String lost(IOException e) {
    if (e instanceof InterruptedIOException && !Thread.currentThread().isInterrupted()) {
      return "no complete answer within " + timeout.toMillis() + " ms";
    }
    return "the connection broke before the answer was complete";
  }

  private String noConnection() {
    return "no connection to " + address() + " within " + timeout.toMillis() + " ms";
  }

  private String tls(SSLException e) {
    return distrust(e)
        ? "TLS failed: the certificate of " + target.baseUrl().getHost() + " is not trusted"
        : "TLS failed with " + target.baseUrl().getHost();
  }

  /// Whether it was the server's certificate.
  private static boolean distrust(SSLException e) {
    return causes(e).anyMatch(CertificateException.class::isInstance);
  }

  /// An address that cannot be reached is a ConnectException too; only the text tells them apart.
  private static boolean refused(IOException e) {
    return causes(e).anyMatch(t -> String.valueOf(t.getMessage()).contains("refused"));
  }

  static Stream<Throwable> causes(Throwable e) {
    return Stream.<Throwable>iterate(e, t -> t != null, Throwable::getCause).limit(10);
  }

  private String other() {
    return target.route().isPresent()
        ? "the " + address() + " did not connect us"
        : "no connection to " + address();
  }

  /// Whom we connect to: the proxy if there is one.
  URI peer() {
    return target.route().orElse(target.baseUrl());
  }

  String address() {
    String port = peer().getPort() < 0 ? "" : ":" + peer().getPort();
    return (target.route().isPresent() ? "proxy " : "") + peer().getHost() + port;
  }
}
