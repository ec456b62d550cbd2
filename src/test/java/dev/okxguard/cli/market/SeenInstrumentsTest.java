package dev.okxguard.cli.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Environment;
import dev.okxguard.paper.Faults;
import dev.okxguard.paper.PaperHome;
import dev.okxguard.paper.PaperServer;
import dev.okxguard.paper.PaperTransport;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

final class SeenInstrumentsTest {
  private static final ManualTime TIME = new ManualTime(Instant.parse("2026-03-01T00:00:00Z"));

  @TempDir private Path home;

  private static ArrayNode list(String... ids) {
    ArrayNode list = JsonMapper.shared().createArrayNode();
    for (String id : ids) {
      list.addObject().put("instId", id);
    }
    return list;
  }

  private Path file() {
    return home.resolve(".okx/cache/instruments-paper");
  }

  private Commands user() {
    Commands commands = new Commands(home, TIME);
    commands.file(".okx/config.toml", "[profiles.default]\n");
    return commands;
  }

  @Test
  void aListIsKeptForItsOwnerAlone() throws IOException {
    assertThat(user().run("--paper", "market", "tickers", "SPOT").code()).isZero();
    assertThat(Files.readAllLines(file())).contains("BTC-USDT").isSorted();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void anInstrumentsListTakesThePlaceOfWhatWasKnownOfItsKind() throws IOException {
    Commands user = user();
    user.file(".okx/cache/instruments-paper", "GONE-USDT\nKEPT-USDT-SWAP\n");
    assertThat(user.run("--paper", "market", "instruments", "--instType", "SPOT").code()).isZero();
    assertThat(Files.readAllLines(file()))
        .contains("BTC-USDT", "KEPT-USDT-SWAP")
        .doesNotContain("GONE-USDT");
  }

  @Test
  void aReadOfOneInstrumentKeepsNothing() {
    assertThat(user().run("--paper", "market", "instruments", "BTC-USDT").code()).isZero();
    assertThat(file()).doesNotExist();
  }

  @Test
  void aUserWithoutADirectoryOfOursGetsNone() throws IOException {
    Path root = home.resolve("nobody");
    SeenInstruments.note(root, Environment.PAPER, Map.of("instType", "SPOT"), list("A-B"));
    assertThat(root).doesNotExist();
  }

  @Test
  void aPlaceThatTakesNoFileStopsNoRead() throws IOException {
    Commands user = user();
    Files.writeString(home.resolve(".okx/cache"), "no directory");
    Commands.Run run = user.run("--paper", "market", "tickers", "SPOT");
    assertThat(run).returns(0, Commands.Run::code).returns("", Commands.Run::err);
    assertThat(run.out()).contains("BTC-USDT");
  }

  @Test
  void aListIsReadWhereThereIsNoPlaceForOurFiles() throws IOException {
    try (PaperTransport exchange = exchange();
        PaperServer server = PaperServer.start(exchange, 0)) {
      Commands user = user().with("OKX_API_BASE_URL", server.url()).with("HOME", "");
      Commands.Run run = user.run("market", "tickers", "SPOT");
      assertThat(run).returns(0, Commands.Run::code).returns("", Commands.Run::err);
      assertThat(run.out()).contains("BTC-USDT");
    }
  }

  private PaperTransport exchange() {
    return new PaperTransport(PaperHome.of(home.resolve("exchange")), TIME, Faults.none());
  }

  @Test
  void aFamilyReplacesOnlyItself() throws IOException {
    user()
        .file(
            ".okx/cache/instruments-paper",
            "BTC-USD-300101-9-C\nBTC-USD-300101\nETH-USD-300101-9-P\n");
    Map<String, String> asked = Map.of("instType", "OPTION", "instFamily", "BTC-USD");
    note(asked, list("BTC-USD-310101-8-P"));
    assertThat(Files.readAllLines(file()))
        .containsExactly("BTC-USD-300101", "BTC-USD-310101-8-P", "ETH-USD-300101-9-P");
  }

  @Test
  void whatAShellWouldReadAsMoreThanAWordIsLeftOut() throws IOException {
    user();
    ArrayNode list =
        list("A-$(id)", "A-`id`", "A-B;C", "A-B C", "A-B\nC-D", "-A-B", "A", "", "A-B");
    list.add("A-TEXT");
    note(Map.of("instType", "SPOT"), list);
    assertThat(Files.readAllLines(file())).containsExactly("A-B");
  }

  private void note(Map<String, String> asked, ArrayNode list) throws IOException {
    SeenInstruments.note(home.resolve(".okx"), Environment.PAPER, asked, list);
  }
}
