package dev.okxguard.cli.diagnose;

import dev.okxguard.journal.Accounts;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Credentials;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Secret;
import dev.okxguard.model.Time;
import dev.okxguard.paper.Faults;
import dev.okxguard.paper.KeyRights;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.paper.PaperHome;
import dev.okxguard.paper.PaperTransport;
import dev.okxguard.testing.Certificates;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.ShiftedTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A set-up in which all is well and which may go live, in a home of its own; each test breaks one
/// thing of it.
final class World implements AutoCloseable {
  static final String CONFIG = "/api/v5/account/config";

  private static final String UID = "612345678901234567";
  private static final ManualTime START = ManualTime.at("2026-11-21T10:00:00Z");

  final Path home;
  final ManualTime time = new ManualTime(START.now());
  final Commands commands;
  final Map<String, String> profile = new LinkedHashMap<>();
  private final Map<String, String> modes = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final List<Runnable> open = new ArrayList<>();
  private final PaperHome paper;
  private String policy = "";
  private String webhook = "";
  private Stand stand;

  World(Path home) throws IOException {
    this.home = home;
    this.paper = new PaperHome(home.resolve("elsewhere"), () -> new Random(1));
    this.commands = new Commands(home, time).with("SUDO_UID", "65534");
    this.stand = closing(Stand.open(exchange(time)));
    this.webhook = stand.url() + "/hook";
    sound(stand);
    key(stand.url());
  }

  private PaperTransport exchange(Time clock) {
    return new PaperTransport(paper, clock, Faults.parse(faults));
  }

  private static void sound(Stand stand) {
    stand.row(CONFIG, row -> row.put("uid", UID).put("mainUid", "7001").put("ip", "203.0.113.7"));
  }

  private void key(String url) {
    try (PaperTransport transport = exchange(time)) {
      credentials(transport.credentials());
    }
    profile.put("demo", "false");
    profile.put("base_url", "'" + url + "'");
  }

  World credentials(Credentials key) {
    profile.put("api_key", "'" + key.apiKey().reveal() + "'");
    profile.put("secret_key", "'" + key.secretKey().reveal() + "'");
    profile.put("passphrase", "'" + key.passphrase().reveal() + "'");
    return this;
  }

  /// Another key, which works in that environment alone.
  World keyOf(Environment environment) {
    try (PaperAdmin admin = admin()) {
      return credentials(admin.addKey(KeyRights.TRADE, Optional.of(environment)));
    }
  }

  PaperAdmin admin() {
    return new PaperAdmin(paper, time);
  }

  Stand stand() {
    return stand;
  }

  /// Changes what OKX says of key and account.
  World account(Consumer<ObjectNode> change) {
    stand.row(CONFIG, change);
    return this;
  }

  World set(String key, String toml) {
    profile.put(key, toml);
    return this;
  }

  /// The same passphrase with its first letter escaped, in double quotes.
  void escaped() {
    String known = profile.get("passphrase").replace("'", "");
    String first = String.format("\\u%04x", (int) known.charAt(0));
    profile.put("passphrase", "\"" + first + known.substring(1) + "\"");
  }

  World without(String... keys) {
    List.of(keys).forEach(profile::remove);
    return this;
  }

  World policy(String toml) {
    policy = toml;
    return this;
  }

  World webhook(String url) {
    webhook = url;
    return this;
  }

  /// The exchange with those faults, instead.
  World faults(String... specs) {
    return replaced(
        () -> {
          faults.addAll(List.of(specs));
          return Stand.open(exchange(time));
        });
  }

  /// The exchange with that clock, instead.
  World exchangeClock(Duration ahead) {
    return replaced(() -> Stand.open(exchange(new ShiftedTime(time, ahead))));
  }

  /// The exchange over TLS, instead, its root trusted.
  World secure(String alias) {
    return replaced(() -> Stand.secure(exchange(time), alias));
  }

  private World replaced(Opening opening) {
    try {
      stand = closing(opening.open());
      sound(stand);
      profile.put("base_url", "'" + stand.url() + "'");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Something else at that address.
  World at(Sockets peer, String scheme) {
    open.add(peer::close);
    return set("base_url", "'" + scheme + "://127.0.0.1:" + peer.port() + "'");
  }

  /// Nobody at that address.
  World atNobody() throws IOException {
    return at(Sockets.unattended(), "http");
  }

  /// A proxy that nobody answers for.
  World behindNobody() throws IOException {
    return behind(Sockets.unattended());
  }

  /// A proxy; OKX itself would be somewhere that nobody is.
  private World behind(Sockets proxy) {
    open.add(proxy::close);
    return set("base_url", "'https://okx.invalid'")
        .set("proxy_url", "'http://127.0.0.1:" + proxy.port() + "'");
  }

  /// The same with a proxy that answers so.
  World behindSaying(String answer) throws IOException {
    return behind(Sockets.saying(answer));
  }

  /// Trusts the root of the certificates.
  World trustsRoot() throws IOException, GeneralSecurityException {
    return set("ca_file", "'" + Certificates.root(home.resolve("root.pem")) + "'");
  }

  private interface Opening {
    Stand open() throws IOException;
  }

  private Stand closing(Stand opened) {
    open.add(opened::close);
    return opened;
  }

  StateDirectory state() {
    return new StateDirectory(home.resolve(".okx/state"));
  }

  String uid() {
    return UID;
  }

  /// Puts that on the account's record.
  World record(Event... events) {
    try (Journal journal = Journal.open(state().journal(Environment.LIVE, uid()), time)) {
      List.of(events).forEach(journal::append);
    }
    return this;
  }

  /// An order that nobody knows the end of.
  static Event intent() {
    return new Event.Intent(
        "i-1",
        Optional.empty(),
        "0".repeat(64),
        "place",
        "SPOT",
        "BTC-USDT",
        "okgl1",
        true,
        JsonMapper.shared().createObjectNode().put("instId", "BTC-USDT"),
        Optional.of(BigDecimal.TEN),
        Optional.empty(),
        "0".repeat(64));
  }

  /// Puts a file where the journal of the account, which was used before, would be.
  void occupied() throws IOException {
    Path journal = state().journal(Environment.LIVE, UID);
    Files.move(journal, journal.resolveSibling("before"));
    Files.createFile(journal);
    used();
  }

  /// Lets the account be one that this key was seen with.
  World used() {
    String key = profile.get("api_key").replace("'", "");
    new Accounts(state()).remember(Environment.LIVE, new Secret(key), UID);
    return this;
  }

  /// The record of an account that came by the whole way.
  World recordSound() {
    return record(
        new Event.Promoted(time.now(), "probation", "20 filled", "rehearsed"),
        new Event.Pinned("net_mode", "2"),
        new Event.Reconciled(time.now(), "clean", ""));
  }

  void write() {
    String keys =
        profile.entrySet().stream()
            .map(it -> it.getKey() + " = " + it.getValue())
            .collect(Collectors.joining("\n"));
    commands.file(
        ".okx/config.toml", "default_profile = 'main'\n\n[profiles.main]\n" + keys + "\n");
    String alerts = webhook.isEmpty() ? "" : "\n[alerts]\nwebhook = '" + webhook + "'\n";
    commands.file(".okx/guard.toml", policy + alerts);
    modes.forEach(
        (name, permissions) -> {
          try {
            Files.setPosixFilePermissions(
                home.resolve(name), PosixFilePermissions.fromString(permissions));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /// Gives that file those permissions once everything is written.
  void afterwards(String name, String permissions) {
    modes.put(name, permissions);
  }

  Commands.Run diagnose(String... more) {
    List<String> line = new ArrayList<>(List.of("diagnose", "--json"));
    line.addAll(List.of(more));
    return commands.run(line.toArray(String[]::new));
  }

  static JsonNode check(JsonNode document, String id) {
    return document
        .path("checks")
        .valueStream()
        .filter(it -> it.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check " + id + " in " + document));
  }

  /// The ids of the checks at that level.
  static List<String> levels(JsonNode document, String level) {
    return document
        .path("checks")
        .valueStream()
        .filter(it -> it.path("level").asString().equals(level))
        .map(it -> it.path("id").asString())
        .toList();
  }

  @Override
  public void close() {
    open.forEach(Runnable::run);
  }
}
