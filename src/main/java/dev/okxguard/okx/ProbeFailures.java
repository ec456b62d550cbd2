package dev.okxguard.okx;

import dev.okxguard.okx.Approach.Failure;
import dev.okxguard.okx.Approach.Layer;
import dev.okxguard.okx.HttpTransport.Target;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Which layer an exception speaks of, why, and what to look at.
record ProbeFailures(Target target, Reasons reasons) {

  /// No end in time.
  ///
  /// @param last the furthest layer that was entered
  Failure late(Layer last) {
    String waited = " within " + reasons.timeout().toMillis() + " ms";
    return switch (last) {
      case DNS -> new Failure(last, "no answer about " + name() + waited, dns());
      case TCP, PROXY ->
          new Failure(last, "no connection to " + reasons.address() + waited, closed());
      case TLS -> new Failure(last, "the TLS handshake did not end" + waited, closed());
      case ANSWER -> new Failure(last, "no answer" + waited, "try again with a longer --timeout");
    };
  }

  /// What the exception says.
  ///
  /// @param last the furthest layer that was entered
  Failure of(Layer last, IOException e) {
    if (e instanceof UnknownHostException) {
      return new Failure(Layer.DNS, reasons.notSent(e), dns());
    }
    if (last == Layer.TLS || e instanceof SSLException) {
      return tls(e);
    }
    if (last == Layer.ANSWER) {
      return new Failure(last, reasons.lost(e), "try again; a proxy or firewall may cut it off");
    }
    boolean connecting = e instanceof ConnectException || e instanceof NoRouteToHostException;
    return target.route().isPresent() && !connecting
        ? new Failure(
            Layer.PROXY, reasons.notSent(e), "mend proxy_url: its address, user and password")
        : new Failure(Layer.TCP, reasons.notSent(e), closed());
  }

  private Failure tls(IOException e) {
    String host = target.baseUrl().getHost();
    if (caused(e, CertificateExpiredException.class)) {
      return tls("the certificate of " + host + " has expired", clock());
    }
    if (caused(e, CertificateNotYetValidException.class)) {
      return tls("the certificate of " + host + " is not valid yet", clock());
    }
    if (e instanceof SSLPeerUnverifiedException) {
      return tls("the certificate is not that of " + host, "mend site or base_url");
    }
    return caused(e, CertificateException.class)
        ? tls(
            "the certificate of " + host + " is not trusted",
            "if a proxy of yours opens TLS, name its root in ca_file; otherwise send no key there")
        : tls(reasons.notSent(e), "look with: openssl s_client -connect " + host + ":443");
  }

  private static Failure tls(String reason, String hint) {
    return new Failure(Layer.TLS, reason, hint);
  }

  private static boolean caused(Throwable e, Class<? extends Throwable> type) {
    return Reasons.causes(e).anyMatch(type::isInstance);
  }

  private static String clock() {
    return "see whether this computer's date is right: date -u; if it is, something else answers";
  }

  private String dns() {
    return "see whether the name is right and the network up: getent hosts " + name();
  }

  private String closed() {
    return target.route().isPresent()
        ? "see whether the proxy runs, and mend proxy_url"
        : "see whether base_url is right, a firewall in the way, or a proxy needed (proxy_url)";
  }

  private String name() {
    return Optional.ofNullable(reasons.peer().getHost()).orElse("");
  }
}
