package dev.okxguard.cli.help;

import dev.okxguard.cli.Person;
import dev.okxguard.cli.Session;
import dev.okxguard.config.EffectivePolicy;
import dev.okxguard.config.Enforcement;
import dev.okxguard.config.Home;
import dev.okxguard.config.Settings;
import dev.okxguard.console.Console;
import dev.okxguard.guard.Policy;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.RawReads;
import dev.okxguard.paper.PaperHome;
import dev.okxguard.trade.Gateway;
import dev.okxguard.trade.Known;
import dev.okxguard.trade.SideLook;
import java.util.Optional;

/// A session whose configuration cannot be read.
record UnusableSession(Console console) implements Session {
  @Override
  public String profile() {
    throw unusable();
  }

  @Override
  public Environment environment() {
    throw unusable();
  }

  @Override
  public Environment writeEnvironment() {
    throw unusable();
  }

  @Override
  public RawReads reads() {
    throw unusable();
  }

  @Override
  public Exchange exchange() {
    throw unusable();
  }

  @Override
  public Time time() {
    throw unusable();
  }

  private static Fault unusable() {
    return new Fault(ExitCode.CONFIG, "the configuration is unusable", "");
  }

  @Override
  public Settings settings() {
    throw unusable();
  }

  @Override
  public Gateway freshGateway() {
    return gateway();
  }

  @Override
  public Optional<SideLook> sideLook(Known known) {
    throw unusable();
  }

  @Override
  public Gateway gateway() {
    throw unusable();
  }

  @Override
  public Policy policy() {
    throw unusable();
  }

  @Override
  public EffectivePolicy limits() {
    throw unusable();
  }

  @Override
  public EffectivePolicy declared() {
    throw unusable();
  }

  @Override
  public Enforcement enforcement() {
    throw unusable();
  }

  @Override
  public Home home() {
    throw unusable();
  }

  @Override
  public PaperHome paperHome() {
    throw unusable();
  }

  @Override
  public StateDirectory state() {
    throw unusable();
  }

  @Override
  public Optional<String> knownUid() {
    throw unusable();
  }

  @Override
  public boolean asks() {
    throw unusable();
  }

  @Override
  public Delivery alert(Alarm alarm) {
    throw unusable();
  }

  @Override
  public void progress(String text) {
    throw unusable();
  }

  @Override
  public void warn(String text) {
    throw unusable();
  }

  @Override
  public void mustBeWritable() {
    throw unusable();
  }

  @Override
  public Session placed() {
    return this;
  }

  @Override
  public Session beside(String profile) {
    throw unusable();
  }

  @Override
  public Person person() {
    throw unusable();
  }

  @Override
  public void close() {}

  @Override
  public void remember(String uid) {
    throw new AssertionError("nothing should have been noted");
  }
}
