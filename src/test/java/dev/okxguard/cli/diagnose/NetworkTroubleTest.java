package dev.okxguard.cli.diagnose;

import static dev.okxguard.cli.diagnose.Broken.fails;
import static dev.okxguard.cli.diagnose.Broken.warns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Whatever is wrong on the way to OKX, the layer where it is wrong is told, and only that.
final class NetworkTroubleTest {
  private static final String TIME = "/api/v5/public/time";
  private static final String STATUS = "/api/v5/system/status";
  private static final String[] SOON = {"--timeout", "2000"};

  @TempDir private Path home;

  static Stream<Broken> everything() {
    return Stream.of(connections(), certificates(), answers(), clocks()).flatMap(List::stream);
  }

  private static List<Broken> connections() {
    return List.of(
        fails(
            "a name that nobody knows fails at DNS",
            world -> world.set("base_url", "'https://okx.invalid'"),
            "network.dns",
            "okx.invalid cannot be resolved"),
        fails(
            "a port where nobody listens fails at TCP",
            World::atNobody,
            "network.tcp",
            "connection refused"),
        fails(
            "a host that takes no connection fails at TCP within the time there is",
            world -> world.at(Sockets.full(), "http"),
            "network.tcp",
            "no connection to 127.0.0.1",
            SOON),
        fails(
            "a host that shakes no hands fails at TLS within the time there is",
            world -> world.at(Sockets.silent(), "https"),
            "network.tls",
            "handshake did not end",
            SOON),
        fails(
            "a host that never answers fails at the answer within the time there is",
            world -> world.at(Sockets.silent(), "http"),
            "network.answer",
            "no answer within",
            SOON),
        fails(
            "a host that hangs up fails at the answer",
            world -> world.at(Sockets.saying(""), "http"),
            "network.answer",
            "connection broke"),
        fails(
            "a host that speaks no TLS fails at TLS",
            world -> world.at(Sockets.saying("HTTP/1.1 400 Bad Request\r\n\r\n"), "https"),
            "network.tls",
            "TLS failed"),
        fails(
            "a proxy that is not there fails at TCP",
            World::behindNobody,
            "network.tcp",
            "connection refused by proxy"),
        fails(
            "a proxy that refuses fails at the proxy",
            world -> world.behindSaying("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"),
            "network.proxy",
            "did not connect us"),
        fails(
            "a proxy that wants a password fails at the proxy",
            world ->
                world.behindSaying(
                    "HTTP/1.1 407 Proxy Authentication Required\r\n"
                        + "Proxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
            "network.proxy",
            "did not connect us"));
  }

  private static List<Broken> certificates() {
    return List.of(
        fails(
            "an expired certificate is told as such",
            world -> world.secure("expired").trustsRoot(),
            "network.tls",
            "has expired"),
        fails(
            "a certificate of the future is told as such",
            world -> world.secure("future").trustsRoot(),
            "network.tls",
            "not valid yet"),
        fails(
            "a certificate of another host is told as such",
            world -> world.secure("stranger").trustsRoot(),
            "network.tls",
            "not that of 127.0.0.1"),
        fails(
            "a certificate that nobody vouches for is told as such",
            world -> world.secure("sound"),
            "network.tls",
            "is not trusted"),
        fails(
            "a ca_file that is none is told as such",
            world ->
                world
                    .secure("sound")
                    .set("ca_file", "'" + world.commands.file("not-pem", "x") + "'"),
            "network.tls",
            "holds no certificate"));
  }

  private static List<Broken> answers() {
    return List.of(
        fails(
            "a redirect is not followed and told as such",
            world -> world.stand().answer(TIME, 302, ""),
            "network.answer",
            "was redirected"),
        fails(
            "a maintenance page is told as such",
            world -> world.stand().answer(TIME, 503, "<html><h1>Upgrading</h1></html>"),
            "network.answer",
            "HTTP 503 without a usable answer"),
        fails(
            "a portal's page in place of OKX is told as such",
            world -> world.stand().answer(TIME, 200, "<html>Please log in</html>"),
            "network.answer",
            "HTTP 200 without a usable answer"),
        fails(
            "some other service in place of OKX is told as such",
            world -> world.stand().answer(TIME, 200, "{\"status\":\"up\"}"),
            "network.answer",
            "without a usable answer"),
        fails(
            "OKX under maintenance is told as such",
            world -> world.faults("50001@GET:/public/timex*"),
            "network.answer",
            "50001"),
        fails(
            "a maintenance under way is told as such",
            world -> status(world, "ongoing", Duration.ofMinutes(-5), "1"),
            "network.status",
            "under way"),
        warns(
            "a maintenance at hand warns",
            world -> status(world, "scheduled", Duration.ofHours(3), "1"),
            "network.status",
            "scheduled from 2026-11-21T13:00:00Z"));
  }

  private static void status(World world, String state, Duration from, String env) {
    long begin = world.time.now().plus(from).toEpochMilli();
    world.stand().answer(STATUS, 200, Rows.data(Rows.maintenance(state, begin, env)));
  }

  private static List<Broken> clocks() {
    return List.of(
        fails(
            "a clock an hour behind fails",
            world -> world.exchangeClock(Duration.ofHours(1)),
            "network.clock",
            "3600000 ms behind"),
        fails(
            "a clock an hour ahead fails",
            world -> world.exchangeClock(Duration.ofHours(-1)),
            "network.clock",
            "3600000 ms ahead of"),
        warns(
            "a clock two seconds off warns",
            world -> world.exchangeClock(Duration.ofSeconds(2)),
            "network.clock",
            "2000 ms behind"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everything")
  void troubleIsToldByItsLayer(Broken broken) throws Exception {
    try (World world = new World(home)) {
      broken.found(world.recordSound());
    }
  }

  @Test
  void whatComesAfterTheBrokenLayerIsSkippedAndNamesIt() throws Exception {
    try (World world = new World(home)) {
      JsonNode document = connections().getFirst().found(world.recordSound()).json();

      for (String id : List.of("network.tcp", "network.clock", "key.accepted", "account.stops")) {
        JsonNode check = World.check(document, id);
        assertThat(check.path("level").asString()).isEqualTo("skip");
        assertThat(check.path("text").asString()).contains("network.dns");
      }
    }
  }

  @Test
  void overTlsThatIsSoundAllIsWell() throws Exception {
    try (World world = new World(home)) {
      world.secure("sound").trustsRoot().recordSound().write();
      Commands.Run run = world.diagnose("--go-live", "--send-test");

      assertThat(run.code()).as(run.toString()).isZero();
      assertThat(World.check(run.json(), "network.tls").path("level").asString()).isEqualTo("ok");
    }
  }

  @Test
  void aMaintenanceOfTheOtherEnvironmentIsNoConcern() throws Exception {
    try (World world = new World(home)) {
      status(world, "ongoing", Duration.ofMinutes(-5), "2");
      world.recordSound().write();

      JsonNode check = World.check(world.diagnose().json(), "network.status");
      assertThat(check.path("level").asString()).isEqualTo("ok");
    }
  }

  @Test
  void aMaintenanceListThatIsNotToldDelaysNothing() throws Exception {
    try (World world = new World(home)) {
      world.stand().hold(STATUS);
      world.recordSound().write();
      JsonNode document = world.diagnose("--timeout", "2000").json();

      assertThat(World.check(document, "network.status").path("text").asString())
          .isEqualTo("no end within 400 ms");
      assertThat(World.levels(document, "fail")).isEmpty();
    }
  }

  @Test
  void aWrongClockDoesNotHideTheKey() throws Exception {
    try (World world = new World(home)) {
      world.exchangeClock(Duration.ofHours(1)).recordSound().write();

      assertThat(World.levels(world.diagnose().json(), "fail")).containsExactly("network.clock");
    }
  }
}
