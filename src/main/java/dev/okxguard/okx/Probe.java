package dev.okxguard.okx;

import dev.okxguard.model.Daemons;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Approach.Failure;
import dev.okxguard.okx.Approach.Layer;
import dev.okxguard.okx.Reads.Attempt;
import dev.okxguard.okx.wire.Transmission.Answered;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Goes the way to the exchange once, as a request does, and tells which layer it ends at. Asks for
/// the exchange's clock, which takes no key.
public final class Probe {
  private static final String PAUSED = "50001";
  private static final long MOST = 1 << 16;

  private final HttpTransport.Target target;
  private final Time time;

  public Probe(HttpTransport.Target target, Time time) {
    this.target = target;
    this.time = time;
  }

  /// Whether requests go through a proxy there.
  public static boolean proxied(HttpTransport.Target target) {
    return target.route().isPresent();
  }

  /// How far it gets in that time. Never throws, and never takes longer, whatever hangs.
  public Approach approach(Duration timeout) {
    ProbeWatch watch = new ProbeWatch(time);
    FutureTask<Optional<Failure>> way = new FutureTask<>(() -> go(watch, timeout));
    // A name lookup cannot be interrupted, so that it is left behind on a thread of its own.
    Daemons.start(way);
    Optional<Failure> failure;
    try {
      failure = way.get(timeout.plusMillis(100).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      failure = Optional.of(failures(timeout).late(watch.last()));
    } catch (ExecutionException e) {
      failure = Optional.of(failures(timeout).of(watch.last(), new IOException(e.getCause())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = Optional.of(failures(timeout).late(watch.last()));
    }
    return new Approach(reasons(timeout).address(), proxied(target), watch.took(), failure);
  }

  private Optional<Failure> go(ProbeWatch watch, Duration timeout) {
    HttpClients clients = new HttpClients(target, Handshake.JAVA);
    try {
      OkHttpClient client = clients.get().newBuilder().eventListener(watch).build();
      Call call = client.newCall(request());
      call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
      try (Response response = call.execute()) {
        return verdict(response);
      }
    } catch (InterruptedIOException e) {
      return Optional.of(failures(timeout).late(watch.last()));
    } catch (IOException e) {
      return Optional.of(failures(timeout).of(watch.last(), e));
    } catch (Fault fault) {
      return Optional.of(new Failure(Layer.TLS, fault.getMessage(), fault.hint()));
    } finally {
      clients.close();
    }
  }

  private Request request() {
    return new Request.Builder().url(url()).header("User-Agent", "okx-guard").build();
  }

  private String url() {
    return target.baseUrl().toString().replaceFirst("/$", "") + Endpoint.PUBLIC_TIME.path();
  }

  private Optional<Failure> verdict(Response response) throws IOException {
    byte[] body = response.peekBody(MOST).bytes();
    Answered answer = new Answered(response.code(), Map.of(), body);
    Attempt attempt =
        new ReadVerdict(Endpoint.PUBLIC_TIME, Scrub.NOTHING)
            .of(answer, new Reads.RoundTrip(Instant.EPOCH, 0));
    return switch (attempt) {
      case Reads.Received _ -> Optional.empty();
      case Reads.Failed failed -> Optional.of(refused(failed.fault()));
    };
  }

  private Failure refused(Fault fault) {
    boolean paused = fault.exchange().filter(it -> it.code().equals(PAUSED)).isPresent();
    return new Failure(
        Layer.ANSWER,
        fault.getMessage(),
        paused
            ? "wait until the maintenance is over: https://www.okx.com/status"
            : "look what answers there: curl -i " + url() + "; mend site, base_url or proxy_url");
  }

  private ProbeFailures failures(Duration timeout) {
    return new ProbeFailures(target, reasons(timeout));
  }

  private Reasons reasons(Duration timeout) {
    return new Reasons(target, timeout);
  }
}
