package dev.okxguard.cli.diagnose;

import dev.okxguard.cli.Session;
import dev.okxguard.cli.Version;
import dev.okxguard.config.AlertSettings;
import dev.okxguard.config.EffectivePolicy;
import dev.okxguard.config.Enforcement;
import dev.okxguard.config.Settings;
import dev.okxguard.diagnose.Setup;
import dev.okxguard.journal.JournalPlace;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.HttpTransport;
import dev.okxguard.okx.Probe;
import dev.okxguard.okx.RawReads;
import dev.okxguard.trade.TradingState;
import java.util.Optional;

/// The set-up a session works with.
///
/// @param sendTest whether a test alarm is to be sent
record SessionSetup(Session session, boolean sendTest) implements Setup {
  @Override
  public Installation installation() {
    Archive archive = Archive.look();
    return new Installation(
        Version.number(), Runtime.version(), archive.launched(), archive.inUse());
  }

  @Override
  public Configuration configuration() {
    Settings settings = session.settings();
    return new Configuration(
        settings.file(),
        settings.profile(),
        settings.environment(),
        settings.readOnly(),
        settings.exposed(),
        settings.misquoted(),
        settings.placeholders(),
        paper() ? Optional.empty() : unusable(settings));
  }

  private boolean paper() {
    return session.environment() == Environment.PAPER;
  }

  private static Optional<Fault> unusable(Settings settings) {
    try {
      settings.credentials();
      return Optional.empty();
    } catch (Fault fault) {
      return Optional.of(fault);
    }
  }

  @Override
  public Optional<Probe> way() {
    Settings settings = session.settings();
    return paper()
        ? Optional.empty()
        : Optional.of(
            new Probe(
                new HttpTransport.Target(settings.baseUrl(), settings.proxy(), settings.caFile()),
                session.time()));
  }

  @Override
  public Exchange exchange() {
    return session.exchange();
  }

  @Override
  public RawReads reads() {
    return session.reads();
  }

  @Override
  public Limits limits() {
    EffectivePolicy limits = session.limits();
    return new Limits(
        limits.policy(), limits.files(), session.home().policy(), limits.waiting().size());
  }

  @Override
  public Enforced enforced() {
    return new Enforced(
        session.enforcement().reasons().stream().map(it -> it.path() + ": " + it.why()).toList(),
        Enforcement.HOW);
  }

  @Override
  public Optional<String> knownUid() {
    return session.knownUid();
  }

  @Override
  public StateDirectory state() {
    return session.state();
  }

  @Override
  public Optional<String> moved(String uid) {
    return new JournalPlace(session.state(), session.environment(), uid).moved(false);
  }

  @Override
  public Trading trading(String uid, Optional<Latest> latest) {
    TradingState state = TradingState.of(session.state(), session.environment(), uid, latest);
    return trading(state);
  }

  @Override
  public Trading tradingOfAll() {
    return trading(TradingState.ofAll(session.state()));
  }

  private static Trading trading(TradingState state) {
    return new Trading(state.word(), state.why().orElse(""));
  }

  @Override
  public Channels channels() {
    AlertSettings alerts = session.limits().alerts();
    return new Channels(alerts.webhooks().size() + alerts.commands().size(), alerts.on());
  }

  @Override
  public Optional<Delivery> test() {
    return sendTest ? Optional.of(session.alert(alarm())) : Optional.empty();
  }

  private Alarm alarm() {
    return new Alarm(
        Alarm.Kind.TEST,
        Alarm.Scope.everything(),
        "a test: okx diagnose tries whether alarms arrive",
        Alarm.Subject.none(),
        Optional.empty(),
        session.time().now());
  }

  @Override
  public Time time() {
    return session.time();
  }
}
