package dev.okxguard.cli;

import dev.okxguard.config.Settings;
import dev.okxguard.model.Credentials;
import dev.okxguard.model.Daemons;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Once;
import dev.okxguard.model.Time;
import dev.okxguard.okx.HttpTransport;
import dev.okxguard.okx.RateLimits;
import dev.okxguard.okx.RestClient;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.paper.Faults;
import dev.okxguard.paper.PaperHome;
import dev.okxguard.paper.PaperTransport;
import java.util.function.Supplier;

/// A signed client with the transport and the key behind it.
final class Connection implements AutoCloseable {
  private final Transport transport;
  private final Supplier<Credentials> credentials;
  private final RestClient client;

  private Connection(Transport transport, Supplier<Credentials> credentials, RestClient client) {
    this.transport = transport;
    this.credentials = credentials;
    this.client = client;
  }

  /// To OKX, or whatever the profile names instead.
  static Connection network(Settings settings, Environment environment, Time time) {
    HttpTransport transport =
        new HttpTransport(
            new HttpTransport.Target(settings.baseUrl(), settings.proxy(), settings.caFile()));
    Daemons.start(() -> prepare(transport));
    return over(transport, new Once<>(settings::credentials), environment, settings, time);
  }

  /// While the limits and the state are read: the roots of trust take as long.
  private static void prepare(HttpTransport transport) {
    try {
      transport.prepare();
    } catch (Fault _) {
      // The first request meets it again, and says so.
    }
  }

  /// To the paper exchange in this process.
  static Connection paper(PaperHome home, Settings settings, Time time) {
    PaperTransport transport = new PaperTransport(home, time, Faults.none());
    return over(transport, new Once<>(transport::credentials), Environment.PAPER, settings, time);
  }

  private static Connection over(
      Transport transport,
      Supplier<Credentials> credentials,
      Environment environment,
      Settings settings,
      Time time) {
    RestClient client =
        new RestClient(
            new RestClient.Parts(
                transport,
                credentials,
                environment,
                time,
                settings.timeout(),
                new RateLimits(time),
                "okx-guard/" + Version.number()));
    return new Connection(transport, credentials, client);
  }

  RestClient client() {
    return client;
  }

  /// The key in use; a fault when there is none.
  Credentials credentials() {
    return credentials.get();
  }

  @Override
  public void close() {
    transport.close();
  }
}
