package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.console.Json;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.Golden;
import dev.okxguard.testing.ManualTime;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Closing and cancelling everything as a user meets it.
class CloseFlowTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;

  @BeforeEach
  void open() {
    okx = new Commands(home, time);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
  }

  private void buy() {
    Commands.Run run =
        okx.run(
            "--paper", "order", "place", SWAP, "--side", "buy", "--sz", "0.05", "--sl", "86000");
    assertThat(run.code()).as(run.toString()).isZero();
  }

  private JsonNode positions() {
    return okx.run("--paper", "account", "positions", "--json").json();
  }

  @Test
  void aCloseExitsZeroWithTheDocumentOfAnOrder() {
    buy();
    Commands.Run run = okx.run("--paper", "order", "close", SWAP, "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    ObjectNode document = (ObjectNode) run.json();
    assertThat(document.path("order").path("reduceOnly").asBoolean()).isTrue();
    assertThat(document.path("accFillSz").asString()).isEqualTo("0.05");
    Golden.check("order-close-accepted.json", Commands.stable(Json.pretty(document)) + "\n");
    assertThat(positions()).isEmpty();
  }

  @Test
  void everyOutcomeReadsWellAsText() {
    buy();
    String dry = okx.run("--paper", "order", "close", SWAP, "--ratio", "50%", "--dry-run").stable();
    assertThat(positions().path(0).path("pos").asString()).isEqualTo("0.05");
    String half = okx.run("--paper", "order", "close", SWAP, "--ratio", "50%").stable();
    assertThat(positions().path(0).path("pos").asString()).isEqualTo("0.03");
    assertThat(okx.run("--paper", "guard", "halt").code()).isZero();
    String all = okx.run("--paper", "order", "close", "--all").stable();
    assertThat(positions()).isEmpty();
    String none = okx.run("--paper", "order", "close", "--all").stable();
    Golden.check("order-close.txt", String.join("\n", dry, half, all, none));
  }

  @Test
  void allLegsAreOneDocument() {
    buy();
    Commands.Run preview = okx.run("--paper", "order", "close", "--all", "--dry-run", "--json");
    assertThat(preview.code()).isZero();
    assertThat(preview.json().path("outcome").asString()).isEqualTo("preview");
    Commands.Run run = okx.run("--paper", "order", "close", "--all", "--autoCxl", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(List.copyOf(run.json().propertyNames()))
        .containsExactly("outcome", "env", "profile", "uid", "legs");
    assertThat(run.json().path("outcome").asString()).isEqualTo("accepted");
    assertThat(run.json().path("legs")).hasSize(1);
    assertThat(run.json().path("legs").path(0).path("order").path("autoCxl").asBoolean()).isTrue();
    Commands.Run none = okx.run("--paper", "order", "close", "--all", "--json");
    assertThat(none.code()).isZero();
    assertThat(none.json().path("legs").isArray()).isTrue();
    assertThat(none.json().path("legs")).isEmpty();
  }

  @Test
  void nothingToCloseIsRejectedAndAWrongLineIsAFault() {
    assertThat(okx.run("--paper", "order", "close", SWAP).code()).isEqualTo(5);
    Commands.Run spot = okx.run("--paper", "order", "close", "BTC-USDT");
    assertThat(spot.code()).isEqualTo(5);
    assertThat(spot.out()).contains("--side sell");
    for (String[] line :
        List.of(
            new String[] {"--paper", "order", "close"},
            new String[] {"--paper", "order", "close", SWAP, "--all"},
            new String[] {"--paper", "order", "close", "--all", "--sz", "1"},
            new String[] {"--paper", "order", "close", SWAP, "--ratio", "1.5"},
            new String[] {"--paper", "order", "close", SWAP, "--ratio", "0"},
            new String[] {"--paper", "order", "close", SWAP, "--ratio", "half"},
            new String[] {"--paper", "order", "close", SWAP, "--sz", "-1"},
            new String[] {"--paper", "order", "close", SWAP, "--sz", "1", "--ratio", "0.5"},
            new String[] {"--paper", "order", "close", SWAP, "--sz", "1", "--autoCxl"},
            new String[] {"--paper", "order", "close", SWAP, "--posSide", "both"},
            new String[] {"--paper", "order", "cancel-all", "--side", "both"})) {
      assertThat(okx.run(line).code()).as(String.join(" ", line)).isEqualTo(2);
    }
    assertThat(okx.run("order", "close", SWAP).code()).as("no environment chosen").isEqualTo(3);
    assertThat(okx.run("order", "cancel-all").code()).as("no environment chosen").isEqualTo(3);
  }

  /// The official command line takes the word wherever it takes a side.
  @Test
  void netIsTheSideOfNetMode() {
    String[] lever = {"--paper", "account", "set-leverage", SWAP, "--lever", "2", "--json"};
    Commands.Run set = okx.run(with(lever, "--posSide", "net"));
    assertThat(set.code()).as(set.toString()).isZero();
    assertThat(set.json().path("order").has("posSide")).isFalse();
    buy();
    String[] trail = {"--paper", "order", "algo", "trail", SWAP, "--side", "sell", "--sz", "0.05"};
    assertThat(
            okx.run(with(trail, "--reduceOnly", "--callbackRatio", "1%", "--posSide", "net"))
                .code())
        .isZero();
    String[] close = {"--paper", "order", "close", SWAP, "--mgnMode", "cross", "--posSide"};
    assertThat(okx.run(with(close, "long")).code()).isEqualTo(5);
    assertThat(okx.run(with(close, "net")).code()).isZero();
    assertThat(positions()).isEmpty();
  }

  private static String[] with(String[] line, String... more) {
    return Stream.of(line, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void cancelAllSaysWhatIsLeft() {
    for (String sz : List.of("0.0005", "0.0006")) {
      Commands.Run run =
          okx.run(
              "--paper",
              "order",
              "place",
              "BTC-USDT",
              "--side",
              "buy",
              "--type",
              "limit",
              "--sz",
              sz,
              "--px",
              "89000");
      assertThat(run.code()).as(run.toString()).isZero();
    }
    Commands.Run denied = okx.run("--paper", "order", "cancel-all", "--read-only", "--json");
    assertThat(denied.code()).isEqualTo(6);
    assertThat(denied.json().path("outcome").asString()).isEqualTo("denied");
    assertThat(okx.run("--paper", "guard", "halt").code()).isZero();
    Commands.Run run = okx.run("--paper", "order", "cancel-all", "BTC-USDT", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    Golden.check("order-cancel-all.json", run.out());
    assertThat(okx.run("--paper", "order", "list", "--json").json()).isEmpty();
    Golden.check("order-cancel-all.txt", okx.run("--paper", "order", "cancel-all").out());
  }
}
