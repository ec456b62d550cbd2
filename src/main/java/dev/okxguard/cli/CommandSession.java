package dev.okxguard.cli;

import dev.okxguard.alert.Alerts;
import dev.okxguard.config.ConfigReader;
import dev.okxguard.config.EffectivePolicy;
import dev.okxguard.config.Enforcement;
import dev.okxguard.config.Home;
import dev.okxguard.config.Invoker;
import dev.okxguard.config.Settings;
import dev.okxguard.console.Console;
import dev.okxguard.guard.Policy;
import dev.okxguard.journal.Accounts;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Once;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.RawReads;
import dev.okxguard.okx.RestExchange;
import dev.okxguard.okx.RestReads;
import dev.okxguard.paper.PaperHome;
import dev.okxguard.trade.Desk;
import dev.okxguard.trade.Gateway;
import dev.okxguard.trade.Known;
import dev.okxguard.trade.Limits;
import dev.okxguard.trade.SideLook;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A session over the user's files and the chosen environment.
final class CommandSession implements Session {
  private final Globals globals;
  private final LiveSessions process;
  private final Optional<String> beside;
  private final Once<Home> home;
  private final Once<Settings> settings;
  private final PolicyFiles files;
  private final Once<Connection> connection;
  private final Once<Alerts> alerts;
  private volatile Optional<EffectivePolicy> entered = Optional.empty();

  CommandSession(Globals globals, LiveSessions process) {
    this(globals, process, Optional.empty());
  }

  /// @param beside the profile to use instead of the one that was asked for
  private CommandSession(Globals globals, LiveSessions process, Optional<String> beside) {
    this.globals = globals;
    this.beside = beside;
    this.process = process;
    this.home = new Once<>(() -> Home.of(process.environment(), process.userHome()));
    this.settings = new Once<>(this::readSettings);
    this.files = PolicyFiles.of(home, process.environment(), process.time());
    this.connection = new Once<>(this::connect);
    AlertChannels channels = new AlertChannels(settings, process.environment(), process.time());
    this.alerts = new Once<>(() -> channels.of(files.get().alerts()));
  }

  @Override
  public Settings settings() {
    return settings.get();
  }

  @Override
  public String profile() {
    return settings.get().profile();
  }

  @Override
  public Environment environment() {
    return settings.get().environment().orElse(Environment.LIVE);
  }

  @Override
  public Environment writeEnvironment() {
    return settings.get().environment().orElseThrow(GlobalFlags::unchosen);
  }

  @Override
  public RawReads reads() {
    return new RestReads(connection.get().client());
  }

  @Override
  public Exchange exchange() {
    return new RestExchange(connection.get().client());
  }

  @Override
  public Gateway gateway() {
    return new Gateway(desk());
  }

  @Override
  public Optional<SideLook> sideLook(Known known) {
    try {
      return settings.get().environment().isPresent()
          ? SideLook.start(desk(), known)
          : Optional.empty();
    } catch (Fault _) {
      // What is wrong is the command's to say.
      return Optional.empty();
    }
  }

  private Desk desk() {
    return new Desk(
        exchange(),
        writeEnvironment(),
        state(),
        accountLimits(),
        process.time(),
        process.random(),
        this::progress,
        this::remember,
        this::knownUid,
        this::alert);
  }

  private Limits accountLimits() {
    AccountLimits account =
        new AccountLimits(
            state(),
            writeEnvironment(),
            settings.get().readOnly(),
            files::fresh,
            inForce -> entered = Optional.of(inForce));
    return new Limits(policy(files.get()), account);
  }

  @Override
  public Gateway freshGateway() {
    files.forget();
    return gateway();
  }

  @Override
  public EffectivePolicy limits() {
    return entered.or(() -> knownUid().map(this::remembered)).orElseGet(files);
  }

  private EffectivePolicy remembered(String uid) {
    return AccountLimits.inForce(state(), environment(), uid, files.get(), Optional.empty());
  }

  @Override
  public EffectivePolicy declared() {
    files.forget();
    return files.get();
  }

  @Override
  public Home home() {
    return home.get();
  }

  @Override
  public Enforcement enforcement() {
    return Enforcement.of(
        PolicyFiles.places(home.get()),
        List.of(state().root(), state().anchor()),
        process.environment());
  }

  @Override
  public Policy policy() {
    return policy(limits());
  }

  private Policy policy(EffectivePolicy of) {
    return settings.get().readOnly() ? of.policy().asReadOnly() : of.policy();
  }

  @Override
  public StateDirectory state() {
    Path state = files.get().home(home.get()).state();
    return new StateDirectory(state, files.get().stateDir().orElse(home.get().unmoved()));
  }

  @Override
  public Optional<String> knownUid() {
    return keyAccount().known();
  }

  private KeyAccount keyAccount() {
    return new KeyAccount(
        () -> new Accounts(state()),
        this::environment,
        () -> connection.get().credentials().apiKey(),
        this::progress);
  }

  @Override
  public PaperHome paperHome() {
    return PaperHome.of(home.get().paper());
  }

  @Override
  public Time time() {
    return process.time();
  }

  @Override
  public Console console() {
    return process.console();
  }

  @Override
  public Delivery alert(Alarm alarm) {
    Delivery delivery = alerts.get().send(alarm.by(profileIfKnown()));
    switch (delivery) {
      case Delivery.Sent sent -> progress("alert sent to " + sent.channels() + " channel(s)");
      case Delivery.Skipped skipped -> progress("no alert sent: " + skipped.reason());
      case Delivery.Failed failed -> warn("Warning: alert not delivered: " + failed.reason());
    }
    return delivery;
  }

  private String profileIfKnown() {
    try {
      return profile();
    } catch (Fault _) {
      return "";
    }
  }

  @Override
  public void progress(String text) {
    if (globals.verbose()) {
      warn(text);
    }
  }

  @Override
  public void warn(String text) {
    process.console().err().println(text);
    process.console().err().flush();
  }

  @Override
  public void mustBeWritable() {
    if (policy(files.get()).readOnly()) {
      throw new Fault(ExitCode.DENIED, "read-only: nothing that writes is done", "");
    }
  }

  @Override
  public boolean asks() {
    return writeEnvironment() == Environment.LIVE && process.console().terminal() && !globals.yes();
  }

  @Override
  public Session beside(String profile) {
    return new CommandSession(globals, process, Optional.of(profile));
  }

  @Override
  public Session placed() {
    return process.placed().map(it -> it.open(globals)).orElse(this);
  }

  @Override
  public Person person() {
    Invoker invoker = new Invoker(process.environment());
    return new Person(process.console(), invoker, state(), process.random(), globals.yes());
  }

  @Override
  public void close() {
    connection.ifMade().ifPresent(Connection::close);
  }

  private Settings readSettings() {
    Settings read = ConfigReader.read(GlobalFlags.of(globals, beside), process.environment());
    if (!globals.json()) {
      read.warnings().forEach(text -> warn("Warning: " + text));
    }
    return read;
  }

  private Connection connect() {
    return environment() == Environment.PAPER
        ? Connection.paper(paperHome(), settings.get(), process.time())
        : Connection.network(settings.get(), environment(), process.time());
  }

  @Override
  public void remember(String uid) {
    keyAccount().seen(uid);
  }
}
