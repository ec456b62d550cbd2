package dev.okxguard.okx;

import dev.okxguard.okx.HttpTransport.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.Authenticator;
import okhttp3.ConnectionSpec;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/// The one OkHttp client of a transport, built when first needed.
final class HttpClients {
  private static final int DEFAULT_PROXY_PORT = 8080;

  private final Target target;
  private final Handshake handshake;
  private Optional<OkHttpClient> built = Optional.empty();

  HttpClients(Target target, Handshake handshake) {
    this.target = target;
    this.handshake = handshake;
  }

  synchronized OkHttpClient get() {
    OkHttpClient client = built.orElseGet(this::build);
    built = Optional.of(client);
    return client;
  }

  synchronized void close() {
    built.ifPresent(
        client -> {
          client.dispatcher().executorService().shutdown();
          client.connectionPool().evictAll();
        });
    built = Optional.empty();
  }

  /// Each call has one timeout for everything, so that the partial ones are off. The proxy is the
  /// target's or none, never one that a system property names.
  private OkHttpClient build() {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .socketFactory(new PromptSockets())
            .eventListener(new SendWatch())
            .addNetworkInterceptor(HttpClients::withoutRetryAfter)
            .proxy(target.route().map(HttpClients::proxy).orElse(Proxy.NO_PROXY));
    target.route().map(URI::getUserInfo).ifPresent(user -> authenticate(builder, user));
    if ("http".equals(target.baseUrl().getScheme())) {
      // Reading Java's roots takes a fifth of a short command's time, for nothing here.
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
      // Nor is a race between the addresses of a name worth a thread for each connection here.
      builder.fastFallback(false);
    } else {
      trust(builder);
    }
    return builder.build();
  }

  /// With `Retry-After: 0` on a 503 OkHttp would repeat a GET by itself, unseen by our own count.
  private static Response withoutRetryAfter(Interceptor.Chain chain) throws IOException {
    return chain.proceed(chain.request()).newBuilder().removeHeader("Retry-After").build();
  }

  private static Proxy proxy(URI uri) {
    int port = uri.getPort() < 0 ? DEFAULT_PROXY_PORT : uri.getPort();
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
  }

  private static void authenticate(OkHttpClient.Builder builder, String userInfo) {
    String[] parts = userInfo.split(":", 2);
    String answer = Credentials.basic(parts[0], parts.length > 1 ? parts[1] : "");
    Authenticator once =
        (route, response) ->
            response.request().header("Proxy-Authorization") == null
                ? response.request().newBuilder().header("Proxy-Authorization", answer).build()
                : null;
    builder.proxyAuthenticator(once);
  }

  private void trust(OkHttpClient.Builder builder) {
    TrustRoots roots = handshake.roots();
    X509ExtendedTrustManager trusted = target.caFile().map(roots::with).orElseGet(roots::java);
    builder.sslSocketFactory(handshake.sockets(trusted), trusted);
  }
}
