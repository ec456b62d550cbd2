package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Recorded answers, where a folder of them is at hand (`-Dfixtures=…`): every file parses and
/// every row of a kind we read maps, or is one of the known incomplete ones.
class FixtureTest {
  /// Longest prefix wins.
  private static final Map<String, Function<Row, Object>> MAPPERS =
      Map.ofEntries(
          Map.entry("account/get-config", Accounts::config),
          Map.entry("account/get-balance", Accounts::balance),
          Map.entry("account/get-balance-detail", Accounts::currency),
          Map.entry("account/get-positions", Positions::position),
          Map.entry("account/get-positions-history", Row::node),
          Map.entry("account/get-instruments", Markets::instrument),
          Map.entry("trade/get-order__", Orders::order),
          Map.entry("trade/get-orders-pending", Orders::order),
          Map.entry("trade/get-orders-history", Orders::order),
          Map.entry("trade/get-fills", Orders::fill),
          Map.entry("public/get-instruments", Markets::instrument),
          Map.entry("public/get-mark-price", Markets::markPrice),
          Map.entry("public/get-time", row -> row.time("ts")),
          Map.entry("market/get-ticker", Markets::quote),
          Map.entry("market/get-books", row -> Markets.book(row, "X")),
          Map.entry("market/get-index-tickers", Markets::indexPrice));

  /// Files that lack a field, and which. They were written by hand, not recorded.
  private static final Map<String, String> INCOMPLETE =
      Map.of(
          "account/get-balance-multi-ccy__hummingbot.json", "eq is missing",
          "account/get-instruments-with-quotas__burakoner-manual.json", "ctType is missing",
          "trade/get-fills-element-empty-fee__nautilus.json", "fee is missing",
          "trade/get-fills-element__nautilus.json", "fillPnl is missing");

  @Test
  void everyRecordedAnswerParsesAndEveryRowMaps() throws IOException {
    Path folder = folder();
    assumeTrue(Files.isDirectory(folder), "no folder of recorded answers");
    Map<String, String> broken = new TreeMap<>();
    for (String kind : List.of("account", "market", "public", "trade")) {
      for (Path file : files(folder.resolve(kind))) {
        map(kind + "/" + file.getFileName(), Files.readAllBytes(file), broken);
      }
    }
    assertThat(broken).isEqualTo(new LinkedHashMap<>(INCOMPLETE));
  }

  private static Path folder() {
    String given = System.getProperty("fixtures");
    return given == null ? Path.of("../shared/reference/fixtures") : Path.of(given);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static void map(String name, byte[] body, Map<String, String> broken) {
    Function<Row, Object> mapper =
        MAPPERS.keySet().stream()
            .filter(name::startsWith)
            .max((a, b) -> a.length() - b.length())
            .<Function<Row, Object>>map(MAPPERS::get)
            .orElse(Row::node);
    for (JsonNode node : rows(body)) {
      try {
        assertThat(mapper.apply(new Row(Endpoint.ORDER, node))).isNotNull();
      } catch (Fault | IllegalArgumentException e) {
        broken.put(name, e.getMessage().replaceFirst(".*cannot be used: ", ""));
      }
    }
  }

  /// The rows of an answer; some files hold a bare row.
  private static List<JsonNode> rows(byte[] body) {
    return Envelope.read(body)
        .map(envelope -> List.copyOf(envelope.data().values()))
        .orElseGet(() -> List.of(Json.tree(body)));
  }
}
