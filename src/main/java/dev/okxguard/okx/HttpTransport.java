package dev.okxguard.okx;

import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/// HTTP over OkHttp, made so that a request goes out at most once: one-shot bodies, no repeat on a
/// failed connection, no redirect followed. The client is built on first use and its connections
/// are reused. Safe for several threads.
public final class HttpTransport implements Transport {
  /// No answer of OKX comes near it; more is a mistake or an attack.
  private static final long MAX_ANSWER = 64L << 20;

  private static final String EMPTY = "{}";

  private final Target target;
  private final HttpClients quick;
  private final HttpClients patient;
  private volatile HttpClients clients;

  public HttpTransport(Target target) {
    this.target = target;
    this.quick = new HttpClients(target, Handshake.QUICK);
    this.patient = new HttpClients(target, Handshake.JAVA);
    this.clients = quick;
  }

  /// Where requests go.
  ///
  /// @param baseUrl scheme, host and port, and a path to put before every target if there is one
  /// @param proxy an HTTP proxy, with `user:password@` if it wants them; not used for loopback
  /// @param caFile PEM roots to trust in addition to Java's own
  public record Target(URI baseUrl, Optional<URI> proxy, Optional<Path> caFile) {
    private static final Pattern LOOPBACK =
        Pattern.compile("(?i)localhost|\\[(::1|0:0:0:0:0:0:0:1)]|127(\\.[0-9]{1,3}){3}");

    /// The proxy that requests go through. None to this machine itself: there the keys travel
    /// without TLS, and the proxy's host would read them and look for the service on itself.
    Optional<URI> route() {
      String host = String.valueOf(baseUrl.getHost());
      return proxy.filter(p -> !LOOPBACK.matcher(host).matches());
    }

    /// Host and port only: a proxy's address may hold a password.
    @Override
    public String toString() {
      return baseUrl.getScheme() + "://" + baseUrl.getHost() + ":" + baseUrl.getPort();
    }
  }

  /// Loads the library behind TLS ahead of everything else; worth doing on a second thread before
  /// it is known where requests go.
  public static void load() {
    Handshake.QUICK.provider();
  }

  /// Builds the client ahead of the first request, with its trust store and what reads and writes
  /// JSON; worth doing on a second thread while there is something else to do.
  ///
  /// @throws dev.okxguard.model.Fault CONFIG when `caFile` cannot be used
  public void prepare() {
    clients.get();
    Json.bytes(Json.tree(EMPTY));
  }

  /// @throws dev.okxguard.model.Fault CONFIG when `caFile` cannot be used; nothing was sent then
  @Override
  public Transmission send(WireRequest request) {
    return through(clients, request)
        .orElseGet(
            () -> {
              clients = patient;
              return through(patient, request).orElseThrow();
            });
  }

  /// Empty when the quick handshake failed, for whatever reason: the other one has the last word.
  /// No request leaves before its handshake is done.
  private Optional<Transmission> through(HttpClients chosen, WireRequest request) {
    OkHttpClient client = chosen.get();
    SendWatch.Mark mark = new SendWatch.Mark();
    Optional<Request> prepared = prepare(request, mark);
    if (prepared.isEmpty()) {
      return Optional.of(
          new Transmission.NotSent("the request cannot be written as HTTP without change"));
    }
    Call call = client.newCall(prepared.get());
    call.timeout().timeout(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
    Reasons reasons = new Reasons(target, request.timeout());
    try (Response response = call.execute()) {
      return Optional.of(answer(response));
    } catch (SSLHandshakeException | SSLProtocolException e) {
      boolean mend = chosen == quick && !mark.made();
      return mend ? Optional.empty() : Optional.of(failed(mark, reasons, e));
    } catch (IOException e) {
      return Optional.of(failed(mark, reasons, e));
    } catch (RuntimeException e) {
      return Optional.of(failed(mark, reasons, new IOException(e)));
    }
  }

  /// A bug in the library is no excuse for forgetting whether the request had left.
  private static Transmission failed(SendWatch.Mark mark, Reasons reasons, IOException e) {
    return mark.made()
        ? new Transmission.Lost(reasons.lost(e))
        : new Transmission.NotSent(reasons.notSent(e));
  }

  /// Empty when the library would change the target that was signed, or refuses a header. Its own
  /// complaint would quote the header, so it is dropped.
  private Optional<Request> prepare(WireRequest request, SendWatch.Mark mark) {
    try {
      Request.Builder builder =
          new Request.Builder()
              .url(base() + request.target())
              .tag(SendWatch.Mark.class, mark)
              .method(request.method(), OneShotBody.of(request));
      request.headers().forEach(builder::header);
      Request prepared = builder.build();
      return Optional.of(prepared).filter(r -> r.url().toString().endsWith(request.target()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String base() {
    String base = target.baseUrl().toString();
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  private static Transmission answer(Response response) throws IOException {
    BufferedSource source = response.body().source();
    Buffer body = new Buffer();
    while (source.read(body, MAX_ANSWER) >= 0) {
      if (body.size() > MAX_ANSWER) {
        return new Transmission.Lost("the answer is larger than 64 MiB");
      }
    }
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .forEach(h -> headers.put(h.getFirst().toLowerCase(Locale.ROOT), h.getSecond()));
    return new Transmission.Answered(response.code(), headers, body.readByteArray());
  }

  @Override
  public void close() {
    quick.close();
    patient.close();
  }
}
