package dev.okxguard.cli.tour;

import dev.okxguard.cli.Session;
import dev.okxguard.config.Home;
import dev.okxguard.config.PolicyReader;
import dev.okxguard.console.Json;
import dev.okxguard.guard.Policy;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.HttpTransport;
import dev.okxguard.okx.RateLimits;
import dev.okxguard.okx.RestClient;
import dev.okxguard.okx.RestExchange;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.paper.Faults;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.paper.PaperHome;
import dev.okxguard.paper.PaperServer;
import dev.okxguard.paper.PaperTransport;
import dev.okxguard.reconcile.Reconciliation;
import dev.okxguard.reconcile.Report;
import dev.okxguard.reconcile.Request;
import dev.okxguard.reconcile.Source;
import dev.okxguard.trade.Desk;
import dev.okxguard.trade.Gateway;
import dev.okxguard.trade.Limits;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A paper exchange of its own, served over loopback HTTP with one lost reply in store, and the
/// real gateway on top. Gone when closed.
final class Playground implements AutoCloseable {
  /// Not the first order: the first one shows the ordinary way.
  private static final List<String> FAULTS = List.of("lost-reply@POST:/trade/order#2");

  private static final Duration TIMEOUT = Duration.ofSeconds(8);

  /// A reconciliation looks several times; on a slow machine that takes a while.
  private static final Duration RECONCILIATION = Duration.ofMinutes(1);

  private final Session session;
  private final Path directory;
  private final PaperTransport paper;
  private final PaperServer server;
  private final Transport network;
  private final RestClient client;

  private Playground(Session session, Path directory, PaperTransport paper, PaperServer server) {
    this.session = session;
    this.directory = directory;
    this.paper = paper;
    this.server = server;
    this.network =
        new HttpTransport(
            new HttpTransport.Target(URI.create(server.url()), Optional.empty(), Optional.empty()));
    this.client = client(network);
  }

  static Playground open(Session session) {
    try {
      Path directory = Files.createTempDirectory("okx-tour");
      PaperTransport paper =
          new PaperTransport(
              PaperHome.of(directory.resolve("paper")), session.time(), Faults.parse(FAULTS));
      return new Playground(session, directory, paper, PaperServer.start(paper, 0));
    } catch (IOException e) {
      throw new Fault(
          ExitCode.CONFIG, "the tour needs a temporary directory and a loopback port: " + e, "");
    }
  }

  Gateway gateway() {
    Desk desk =
        new Desk(
            exchange(),
            Environment.PAPER,
            state(),
            Limits.fixed(policy()),
            time(),
            new SecureRandom(),
            session::progress,
            _ -> {},
            Optional::empty,
            _ -> new Delivery.Skipped("a tour alerts nobody"));
    return new Gateway(desk);
  }

  Exchange exchange() {
    return new RestExchange(client);
  }

  StateDirectory state() {
    return new StateDirectory(directory.resolve("state"));
  }

  /// What somebody else with access to the account might do.
  void sellInTheApp(String pair, BigDecimal amount) {
    try (PaperAdmin admin =
        new PaperAdmin(PaperHome.of(directory.resolve("paper")), session.time())) {
      admin.order(
          Json.object()
              .put("instId", pair)
              .put("tdMode", "cash")
              .put("side", "sell")
              .put("ordType", "market")
              .put("sz", Decimals.text(amount)));
    }
  }

  /// Holds the account against the journal, for real; again when that decided nothing, as it may on
  /// a machine that is busy.
  Report reconcile() {
    Report report = reconcileOnce();
    for (int more = 2; more > 0 && undecided(report); more--) {
      report = reconcileOnce();
    }
    return report;
  }

  private static boolean undecided(Report report) {
    return switch (report.outcome()) {
      case CLEAN, DRIFT -> false;
      case INCOMPLETE, UNSTABLE -> true;
    };
  }

  private Report reconcileOnce() {
    Source source =
        new Source(
            exchange(),
            Environment.PAPER,
            state(),
            policy(),
            new Brisk(time()),
            () -> gateway().resolve(),
            session::progress,
            Optional::empty,
            _ -> {},
            _ -> {},
            _ -> new Delivery.Skipped("a tour alerts nobody"));
    return new Reconciliation(source).run(new Request(Optional.empty(), false, RECONCILIATION));
  }

  /// Pauses a tenth of what is asked for, since nothing shows late here; but what happened a moment
  /// ago has to be over, as anywhere else.
  private record Brisk(Time time) implements Time {
    private static final int TENTH = 10;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public long nanos() {
      return time.nanos();
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
      time.pause(length.compareTo(MOMENT) < 0 ? length : length.dividedBy(TENTH));
    }
  }

  Path directory() {
    return directory;
  }

  Time time() {
    return session.time();
  }

  /// The defaults, whatever policy this machine has.
  Policy policy() {
    Home home =
        new Home(
            directory,
            directory.resolve("state"),
            directory.resolve("paper"),
            directory.resolve("guard.toml"));
    return PolicyReader.read(home, Map.of(), directory.resolve("no-system-policy.toml"));
  }

  private RestClient client(Transport transport) {
    return new RestClient(
        new RestClient.Parts(
            transport,
            paper::credentials,
            Environment.PAPER,
            session.time(),
            TIMEOUT,
            new RateLimits(session.time()),
            "okx-guard-tour"));
  }

  @Override
  public void close() {
    network.close();
    server.close();
    paper.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      session.warn("the tour's files are left in " + directory + ": " + e.getMessage());
    }
  }
}
