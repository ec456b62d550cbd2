package dev.okxguard.diagnose;

import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.Ledger;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import dev.okxguard.okx.Approach;
import dev.okxguard.okx.Endpoint;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Probe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What the checks share, each thing read once and only when a check asks for it. Later ones stand
/// on earlier ones: without a way to OKX nothing of the account is asked for.
final class Sources {
  private final Setup setup;
  private final Budget budget;
  final Source<Setup.Configuration> configuration;
  final Source<Optional<Approach>> approach;
  final Source<Exchange> exchange;
  final Source<List<Maintenance>> maintenance;
  final Source<AccountConfig> account;
  final Source<Balance> balance;
  final Source<List<Position>> positions;
  final Source<List<Algo>> algos;
  final Source<List<Order>> orders;
  final Source<Setup.Limits> limits;
  final Source<StateDirectory> state;
  final Source<Optional<String>> knownUid;
  final Source<String> uid;
  final Source<Optional<Ledger>> ledger;

  Sources(Setup setup, Budget budget) {
    this.setup = setup;
    this.budget = budget;
    this.configuration = source(CheckId.FILE, setup::configuration);
    this.approach = source(CheckId.ANSWER, this::approach);
    this.exchange = source(CheckId.ANSWER, this::exchange);
    this.maintenance = new Source<>(CheckId.STATUS, budget.aside(), this::maintenance);
    this.account = source(CheckId.ACCEPTED, this::account);
    this.balance = source(CheckId.LIMITS, () -> accepted().balance());
    this.positions = source(CheckId.STOPS, () -> accepted().positions());
    this.algos = source(CheckId.STOPS, () -> accepted().pendingAlgos());
    this.orders = source(CheckId.ORDERS, () -> accepted().pendingOrders());
    this.limits = source(CheckId.POLICY, setup::limits);
    this.state = source(CheckId.WRITABLE, setup::state);
    this.knownUid = source(CheckId.FILE, this::knownUid);
    this.uid = source(CheckId.ACCEPTED, this::uid);
    this.ledger = source(CheckId.INTACT, this::ledger);
  }

  <T> Source<T> source(CheckId teller, Supplier<T> read) {
    return new Source<>(teller, budget.read(), read);
  }

  private Optional<Approach> approach() {
    configuration.get();
    return setup.way().map((Probe way) -> way.approach(budget.way()));
  }

  private Exchange exchange() {
    approach
        .get()
        .flatMap(Approach::failure)
        .ifPresent(
            failure -> {
              throw new NotKnown(NetworkChecks.id(failure.layer()));
            });
    return setup.exchange();
  }

  private List<Maintenance> maintenance() {
    exchange.get();
    return setup
        .reads()
        .data(Endpoint.SYSTEM_STATUS, Map.of())
        .valueStream()
        .map(Maintenance::of)
        .toList();
  }

  private AccountConfig account() {
    Setup.Configuration known = configuration.get();
    if (known.exposed().isPresent()) {
      throw new NotKnown(CheckId.PERMISSIONS);
    }
    if (!known.placeholders().isEmpty()) {
      throw new NotKnown(CheckId.PLACEHOLDERS);
    }
    if (known.unusable().isPresent()) {
      throw new NotKnown(CheckId.CREDENTIALS);
    }
    return exchange.get().config();
  }

  /// The exchange, once it took the key.
  private Exchange accepted() {
    account.get();
    return exchange.get();
  }

  private Optional<String> knownUid() {
    configuration.get();
    return setup.knownUid();
  }

  private String uid() {
    return knownUid.get().orElseGet(() -> account.get().uid());
  }

  private Optional<Ledger> ledger() {
    Path journal = journal();
    return Files.isDirectory(journal)
        ? Optional.of(JournalReader.ledger(journal))
        : Optional.empty();
  }

  /// The account's journal, whether it exists or not.
  Path journal() {
    return state.get().journal(environment(), uid.get());
  }

  Optional<Latest> latest() {
    return ledger.get().map(Ledger::latest);
  }

  /// Where reads go.
  Environment environment() {
    return configuration.get().environment().orElse(Environment.LIVE);
  }

  Instant now() {
    return setup.time().now();
  }
}
