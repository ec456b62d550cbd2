package dev.okxguard.testing;

import dev.okxguard.cli.Person;
import dev.okxguard.cli.Session;
import dev.okxguard.config.EffectivePolicy;
import dev.okxguard.config.Enforcement;
import dev.okxguard.config.Home;
import dev.okxguard.config.PolicyReader;
import dev.okxguard.config.Settings;
import dev.okxguard.console.Console;
import dev.okxguard.guard.Policy;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.RawReads;
import dev.okxguard.paper.PaperHome;
import dev.okxguard.trade.Gateway;
import dev.okxguard.trade.Known;
import dev.okxguard.trade.SideLook;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A session on demo trading that can only read.
public record SampleSession(RawReads reads, Console console) implements Session {
  /// One that nobody listens to, of the sample reads.
  public static SampleSession unheard() {
    return new SampleSession(
        new SampleReads(),
        new Console(
            new BufferedReader(new StringReader("")),
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            _ -> Optional.empty()));
  }

  @Override
  public String profile() {
    return "bot";
  }

  @Override
  public Environment environment() {
    return Environment.DEMO;
  }

  @Override
  public Environment writeEnvironment() {
    throw new AssertionError("a read asked where to write");
  }

  @Override
  public Exchange exchange() {
    throw new AssertionError("a read of raw data asked for the exchange");
  }

  @Override
  public Time time() {
    throw new AssertionError("a read asked for the time");
  }

  @Override
  public Settings settings() {
    throw new AssertionError("a read of raw data asked for settings");
  }

  @Override
  public Gateway freshGateway() {
    return gateway();
  }

  @Override
  public Optional<SideLook> sideLook(Known known) {
    return Optional.empty();
  }

  @Override
  public Gateway gateway() {
    throw new AssertionError("a read of raw data asked for gateway");
  }

  @Override
  public Policy policy() {
    throw new AssertionError("a read of raw data asked for policy");
  }

  @Override
  public EffectivePolicy limits() {
    Path nowhere = Path.of("/no-such-directory");
    return PolicyReader.effective(
        new Home(nowhere, nowhere, nowhere, nowhere), Map.of(), nowhere.resolve("guard.toml"));
  }

  @Override
  public EffectivePolicy declared() {
    throw new AssertionError("a read asked for declared");
  }

  @Override
  public Enforcement enforcement() {
    throw new AssertionError("a read asked for enforcement");
  }

  @Override
  public Home home() {
    return Home.of(Map.of("HOME", "/no-such-directory"));
  }

  @Override
  public PaperHome paperHome() {
    throw new AssertionError("a read of raw data asked for paperHome");
  }

  @Override
  public StateDirectory state() {
    return new StateDirectory(Path.of("/nonexistent/okx/state"));
  }

  @Override
  public Optional<String> knownUid() {
    throw new AssertionError("a read of raw data asked for knownUid");
  }

  @Override
  public boolean asks() {
    throw new AssertionError("a read of raw data asked for asks");
  }

  @Override
  public Delivery alert(Alarm alarm) {
    throw new AssertionError("a read raised an alarm");
  }

  @Override
  public void progress(String text) {
    console.err().println(text);
  }

  @Override
  public void warn(String text) {
    console.err().println(text);
  }

  @Override
  public void mustBeWritable() {
    throw new AssertionError("a read asked whether it may write");
  }

  @Override
  public Session placed() {
    return this;
  }

  @Override
  public Session beside(String profile) {
    throw new AssertionError("a read asked for another profile");
  }

  @Override
  public Person person() {
    throw new AssertionError("a read asked for a person");
  }

  @Override
  public void close() {}

  @Override
  public void remember(String uid) {
    throw new AssertionError("nothing should have been noted");
  }
}
