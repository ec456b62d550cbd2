package dev.okxguard.cli.diagnose;

import static dev.okxguard.cli.diagnose.Broken.fails;
import static dev.okxguard.cli.diagnose.Broken.warns;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each way to get a set-up wrong has its check, its level and its exit code.
final class MisconfigurationTest {
  @TempDir private Path home;

  static Stream<Broken> everything() {
    return Stream.of(files(), keys(), accounts(), limits(), records(), alerts())
        .flatMap(List::stream);
  }

  private static List<Broken> files() {
    return List.of(
        fails(
            "a file that is no TOML is told by line and column",
            world -> world.set("api_key", "'unfinished"),
            "config.file",
            "line 4"),
        fails(
            "an unknown key is told with what was meant",
            world -> world.set("passphrse", "'x'"),
            "config.file",
            "passphrase"),
        fails(
            "an unknown profile fails",
            world -> world.commands.with("OKX_PROFILE", "other"),
            "config.file",
            "other"),
        fails(
            "a file that others may read fails",
            world -> world.afterwards(".okx/config.toml", "rw-r--r--"),
            "config.permissions",
            "open to other users"),
        fails(
            "a directory that others may enter fails",
            world -> world.afterwards(".okx", "rwxr-xr-x"),
            "config.permissions",
            "open to other users"),
        warns(
            "a file inside a git work tree warns",
            world -> Files.createDirectory(world.home.resolve(".git")),
            "config.git",
            "git work tree"),
        fails(
            "a file inside a git work tree shuts the gate",
            world -> Files.createDirectory(world.home.resolve(".git")),
            "config.git",
            "git work tree",
            "--go-live"),
        warns(
            "a backslash in double quotes warns",
            World::escaped,
            "config.quoting",
            "double quotes"),
        fails(
            "a template's stand-in fails",
            world -> world.set("api_key", "'your-api-key'"),
            "config.placeholders",
            "placeholder"),
        fails(
            "a partial set of credentials fails",
            world -> world.without("passphrase"),
            "config.credentials",
            "lacks passphrase"),
        warns(
            "no credentials at all is a warning",
            world -> world.without("api_key", "secret_key", "passphrase"),
            "config.credentials",
            "no credentials"),
        fails(
            "no credentials at all shuts the gate",
            world -> world.without("api_key", "secret_key", "passphrase"),
            "config.credentials",
            "no credentials",
            "--go-live"),
        warns(
            "an environment that nobody chose warns",
            world -> world.without("demo"),
            "config.environment",
            "nobody chose"),
        fails(
            "going live on demo is a contradiction",
            world -> world.set("demo", "true"),
            "config.environment",
            "about going live",
            "--go-live"));
  }

  private static List<Broken> keys() {
    return List.of(
        fails(
            "a demo key on live is told as such",
            world -> world.keyOf(Environment.DEMO),
            "key.environment",
            "50101"),
        fails(
            "a live key on demo is told as such",
            world -> world.keyOf(Environment.LIVE).set("demo", "true"),
            "key.environment",
            "50101"),
        fails(
            "a key of another site is told as such",
            world -> world.set("api_key", "'00000000-0000-4000-8000-000000000000'"),
            "key.site",
            "50119"),
        fails(
            "an address that is not on the key's list is told as such",
            world -> world.faults("50110@GET:/account/configx*"),
            "key.address",
            "50110"),
        fails(
            "a wrong passphrase is told as such",
            world -> world.set("passphrase", "'Wrong-Passphrase1'"),
            "key.accepted",
            "50105"),
        fails(
            "a wrong secret is told as such",
            world -> world.set("secret_key", "'00000000000000000000000000000000'"),
            "key.accepted",
            "50113"),
        fails(
            "a malformed key is told as such",
            world -> world.set("api_key", "'abc'"),
            "key.accepted",
            "50111"),
        fails(
            "a frozen account is told as such",
            world -> world.faults("50100@GET:/account/configx*"),
            "key.accepted",
            "50100"),
        fails(
            "an account that is not told in time fails, and nothing else does",
            world -> world.stand().hold(World.CONFIG),
            "key.accepted",
            "no end within",
            "--timeout",
            "8000"),
        fails(
            "a key that can withdraw fails",
            world -> world.account(row -> row.put("perm", "read_only,trade,withdraw")),
            "key.withdraw",
            "may withdraw"),
        warns(
            "a key that may only read warns",
            world -> world.account(row -> row.put("perm", "read_only")),
            "key.trade",
            "refuse every order"),
        fails(
            "a key that may only read shuts the gate",
            world -> world.account(row -> row.put("perm", "read_only")),
            "key.trade",
            "refuse every order",
            "--go-live"),
        warns(
            "an unbound key warns",
            world -> world.account(row -> row.put("ip", "")),
            "key.bound",
            "any address"),
        fails(
            "an unbound key shuts the gate",
            world -> world.account(row -> row.put("ip", "")),
            "key.bound",
            "any address",
            "--go-live"),
        warns(
            "an unbound key that may trade is known to expire",
            world -> world.account(row -> row.put("ip", "")),
            "key.expiry",
            "14 days"));
  }

  private static List<Broken> accounts() {
    return List.of(
        warns(
            "a main account warns",
            world -> world.account(row -> row.put("mainUid", world.uid())),
            "account.sub",
            "main account"),
        fails(
            "a main account shuts the gate",
            world -> world.account(row -> row.put("mainUid", world.uid())),
            "account.sub",
            "main account",
            "--go-live"),
        fails(
            "a position mode other than trading began with fails",
            world -> world.account(row -> row.put("posMode", "long_short_mode")),
            "account.mode",
            "long_short_mode now"),
        fails(
            "an account mode other than trading began with fails",
            world -> world.account(row -> row.put("acctLv", "3")),
            "account.mode",
            "Multi-currency margin mode"),
        warns(
            "borrowing for spot warns",
            world -> world.account(row -> row.put("enableSpotBorrow", true)),
            "account.borrowing",
            "lends"),
        fails(
            "an open position without a stop shuts the gate",
            world -> position(world),
            "account.stops",
            "no stop for 1 of 1 BTC-USDT-SWAP",
            "--go-live"),
        fails(
            "a stop that adds to the position is none",
            world -> position(world, Rows.stop("buy", "1")),
            "account.stops",
            "no stop for 1 of 1 BTC-USDT-SWAP",
            "--go-live"),
        fails(
            "a stop for a part leaves the rest without one",
            world -> position(world, Rows.stop("sell", "0.4")),
            "account.stops",
            "no stop for 0.6 of 1 BTC-USDT-SWAP",
            "--go-live"),
        fails(
            "a stop that is paused is none",
            world -> position(world, Rows.stop("sell", "1").replace("\"live\"", "\"pause\"")),
            "account.stops",
            "no stop for 1 of 1 BTC-USDT-SWAP",
            "--go-live"),
        fails(
            "positions that cannot be read shut the gate",
            world -> world.faults("50030@GET:/account/positionsx*"),
            "account.stops",
            "50030",
            "--go-live"),
        warns(
            "an open position beyond max_leverage warns",
            world -> position(world),
            "account.leverage",
            "BTC-USDT-SWAP 10x"),
        warns(
            "orders of somebody else warn",
            world ->
                world
                    .stand()
                    .answer("/api/v5/trade/orders-pending", 200, Rows.data(Rows.order("someone"))),
            "account.orders",
            "1 of 1 resting orders"));
  }

  static void position(World world, String... stops) {
    world
        .stand()
        .answer("/api/v5/account/positions", 200, Rows.data(Rows.position("10")))
        .answer("/api/v5/trade/orders-algo-pending", 200, Rows.data(stops));
  }

  private static List<Broken> limits() {
    return List.of(
        fails(
            "a policy with an unknown key fails",
            world -> world.policy("[limits]\nmax_ordr_size = 5\n"),
            "guard.policy",
            "entries are denied"),
        warns(
            "limits that the user who runs okx owns are only advisory",
            world -> world.commands.with("SUDO_UID", "0"),
            "guard.enforced",
            "advisory"),
        fails(
            "advisory limits shut the gate",
            world -> world.commands.with("SUDO_UID", "0"),
            "guard.enforced",
            "advisory",
            "--go-live"),
        warns(
            "an order limit above the account's equity warns",
            world -> world.policy("[limits]\nmax_order_size = 1000000\n"),
            "guard.limits",
            "max_order_size is more than the account holds"),
        fails(
            "stops that are never required shut the gate",
            world -> world.policy("[limits]\nrequire_stop_loss = 'never'\n"),
            "guard.limits",
            "require_stop_loss is never",
            "--go-live"),
        warns(
            "limits under which no order passes warn",
            world -> world.policy("[limits]\nmax_order_size = 1\n"),
            "guard.limits",
            "no order above 1 USD passes"),
        warns(
            "breakers that are off warn",
            world -> world.policy("[breakers]\nmax_consecutive_losses = 0\n"),
            "guard.breakers",
            "max_consecutive_losses"),
        warns(
            "a halt of this account warns",
            world -> new Halt(world.state()).set(Environment.LIVE, world.uid(), "x", world.time),
            "guard.state",
            "halted"),
        fails(
            "a halt of all accounts shuts the gate",
            world -> new Halt(world.state()).setAll("fire", world.time),
            "guard.state",
            "halted",
            "--go-live"),
        warns(
            "a breaker that has just tripped warns",
            world ->
                world.record(new Event.Tripped(world.time.now(), "max_drawdown", "12 percent")),
            "guard.breakers",
            "max_drawdown tripped"),
        warns(
            "an account that is only to be watched warns",
            world -> world.record(new Event.Promoted(world.time.now(), "observe", "", "")),
            "guard.stage",
            "only to be watched"),
        fails(
            "an account that showed no demo trading stays outside the gate",
            world -> world.record(new Event.Promoted(world.time.now(), "demo", "", "")),
            "guard.stage",
            "no demo trading was shown",
            "--go-live"));
  }

  private static List<Broken> records() {
    return List.of(
        fails(
            "a journal with a changed record fails",
            MisconfigurationTest::tampered,
            "journal.intact",
            "broken"),
        fails(
            "a state directory that cannot be made fails",
            world -> {
              world.commands.file("occupied", "");
              world.commands.with("OKX_STATE_DIR", world.home.resolve("occupied/state").toString());
            },
            "journal.writable",
            "cannot be written"),
        fails(
            "a journal that is not where it was fails",
            world -> world.commands.with("OKX_STATE_DIR", world.home.resolve("other").toString()),
            "journal.place",
            "were kept in"),
        warns(
            "an intent whose fate is unknown warns",
            world -> world.record(World.intent()),
            "journal.intents",
            "1 open since 2026-11-21T10:00:00Z"),
        fails(
            "a journal that is a file fails",
            World::occupied,
            "journal.writable",
            "cannot be written"),
        fails(
            "drift in the last comparison fails",
            world -> world.record(new Event.Reconciled(world.time.now(), "drift", "d")),
            "journal.reconciled",
            "found drift"),
        warns(
            "a comparison of the future warns",
            world ->
                world.record(
                    new Event.Reconciled(world.time.now().plus(Duration.ofHours(2)), "clean", "")),
            "journal.reconciled",
            "lies ahead of the clock"),
        warns(
            "a comparison of the day before yesterday warns",
            world ->
                world.record(
                    new Event.Reconciled(world.time.now().minus(Duration.ofDays(2)), "clean", "")),
            "journal.reconciled",
            "too long"));
  }

  static void tampered(World world) throws Exception {
    Path journal = world.state().journal(Environment.LIVE, world.uid());
    try (Stream<Path> files = Files.list(journal)) {
      Path segment =
          files.filter(it -> it.toString().endsWith(".ndjson")).findFirst().orElseThrow();
      Files.writeString(segment, Files.readString(segment).replace("rehearsed", "invented!"));
    }
  }

  private static List<Broken> alerts() {
    return List.of(
        warns(
            "a set-up that tells nobody warns",
            world -> world.webhook(""),
            "alerts.channels",
            "nobody hears"),
        fails(
            "a way to tell that was not tried shuts the gate",
            world -> {},
            "alerts.delivery",
            "not tried",
            "--go-live"),
        fails(
            "a webhook that refuses the test alarm fails",
            world -> world.stand().alarmStatus(403),
            "alerts.delivery",
            "HTTP 403",
            "--send-test"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everything")
  void aMisconfigurationIsFound(Broken broken) throws Exception {
    try (World world = new World(home)) {
      broken.found(world.recordSound());
    }
  }
}
