package dev.okxguard.testing;

import dev.okxguard.config.Home;
import dev.okxguard.config.PolicyReader;
import dev.okxguard.guard.Policy;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Ledger;
import dev.okxguard.journal.Record;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Credentials;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.RateLimits;
import dev.okxguard.okx.RestClient;
import dev.okxguard.okx.RestExchange;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.paper.Faults;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.paper.PaperHome;
import dev.okxguard.paper.PaperTransport;
import dev.okxguard.trade.Desk;
import dev.okxguard.trade.Gateway;
import dev.okxguard.trade.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A paper exchange with gateways in front of it, in one directory and on one clock. Each [Process]
/// stands for one run of the program: a client and a transport of its own.
public final class PaperDesk {
  /// What a command allows one request unless told otherwise.
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Path home;
  private final Time time;
  private final PaperHome paper;

  public PaperDesk(Path home, Time time, long seed) {
    this.home = home;
    this.time = time;
    this.paper = new PaperHome(home.resolve("paper"), () -> new Random(seed));
  }

  /// A run of the program whose requests meet these faults.
  public Process process(String... faults) {
    return process(List.of(faults));
  }

  /// A run of the program whose requests meet these faults.
  public Process process(List<String> faults) {
    return new Process(transport(faults), time, TIMEOUT, policy());
  }

  /// A run of the program over that transport, with its own idea of the time.
  public Process process(Transport transport, Time local, Duration timeout) {
    return new Process(transport, local, timeout, policy());
  }

  /// A run of the program under other limits.
  public Process process(Policy policy, String... faults) {
    return new Process(transport(List.of(faults)), time, TIMEOUT, policy);
  }

  /// The way to the paper exchange, on the exchange's own clock.
  public PaperTransport transport(List<String> faults) {
    return new PaperTransport(paper, time, Faults.parse(faults));
  }

  /// The way to the paper exchange without faults, on that clock.
  public PaperTransport transport(Time clock) {
    return new PaperTransport(paper, clock, Faults.none());
  }

  private Credentials credentials() {
    try (PaperTransport transport = transport(List.of())) {
      return transport.credentials();
    }
  }

  public PaperAdmin admin() {
    return new PaperAdmin(paper, time);
  }

  public StateDirectory state() {
    return new StateDirectory(home.resolve("state"));
  }

  /// The default limits.
  public Policy policy() {
    Home places =
        new Home(home, home.resolve("state"), home.resolve("paper"), home.resolve("guard.toml"));
    return PolicyReader.read(places, Map.of(), home.resolve("no-such-file"));
  }

  public String uid() {
    try (Process process = process()) {
      return process.exchange().config().uid();
    }
  }

  /// Every order the exchange ever accepted.
  public List<Order> accepted() {
    try (Process process = process()) {
      Exchange exchange = process.exchange();
      return Stream.concat(
              exchange.pendingOrders().stream(),
              Stream.of(InstType.SPOT, InstType.SWAP, InstType.FUTURES)
                  .flatMap(
                      type ->
                          exchange
                              .history(type, exchange.serverTime().minus(Duration.ofDays(1)))
                              .stream()))
          .distinct()
          .toList();
    }
  }

  public Path journal() {
    return state().journal(Environment.PAPER, uid());
  }

  /// Every record of the journal.
  public List<Record> records() {
    List<Record> records = new ArrayList<>();
    JournalReader.read(journal(), records::add);
    return records;
  }

  /// What the journal says by now.
  public Ledger ledger() {
    return JournalReader.ledger(journal());
  }

  /// One run of the program.
  public final class Process implements AutoCloseable {
    private final WatchedTransport wire;
    private final Exchange exchange;
    private final Desk desk;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> accounts = new CopyOnWriteArrayList<>();
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();

    private Process(Transport transport, Time local, Duration timeout, Policy policy) {
      this.wire =
          transport instanceof WatchedTransport watched
              ? watched
              : new WatchedTransport(transport, _ -> {});
      Credentials credentials = credentials();
      this.exchange =
          new RestExchange(
              new RestClient(
                  new RestClient.Parts(
                      wire,
                      () -> credentials,
                      Environment.PAPER,
                      local,
                      timeout,
                      new RateLimits(local),
                      "test")));
      this.desk =
          new Desk(
              exchange,
              Environment.PAPER,
              state(),
              Limits.fixed(policy),
              local,
              new Random(),
              told::add,
              accounts::add,
              Optional::empty,
              alarm -> {
                alarms.add(alarm);
                return new Delivery.Skipped("nobody listens");
              });
    }

    /// What it said was going on.
    public List<String> told() {
      return told;
    }

    /// The accounts it named.
    public List<String> accounts() {
      return accounts;
    }

    /// What it would have told people.
    public List<Alarm> alarms() {
      return alarms;
    }

    public Gateway gateway() {
      return new Gateway(desk);
    }

    /// The gateway of somebody who has used this account before.
    public Gateway gateway(String knownUid) {
      return new Gateway(
          new Desk(
              exchange,
              desk.environment(),
              desk.state(),
              desk.limits(),
              desk.time(),
              desk.random(),
              desk.progress(),
              desk.account(),
              () -> Optional.of(knownUid),
              desk.alerts()));
    }

    public Desk desk() {
      return desk;
    }

    public Exchange exchange() {
      return exchange;
    }

    public WatchedTransport wire() {
      return wire;
    }

    @Override
    public void close() {
      wire.close();
    }
  }
}
