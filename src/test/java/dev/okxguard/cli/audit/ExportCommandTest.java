package dev.okxguard.cli.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The journal for other programs and for accountants.
class ExportCommandTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;

  @BeforeEach
  void trade() {
    okx = new Commands(home, time);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
    for (int order = 0; order < 3; order++) {
      okx.run("--paper", "order", "place", "BTC-USDT", "--side", "buy", "--sz", "2" + order);
      time.advance(Duration.ofMinutes(10));
    }
  }

  private Commands.Run export(String... more) {
    return okx.run(
        Stream.concat(Stream.of("--paper", "audit", "export"), Arrays.stream(more))
            .toArray(String[]::new));
  }

  private Path segment() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(file -> file.endsWith("00000001.ndjson")).findFirst().orElseThrow();
    }
  }

  @Test
  void everyLineIsAsItStandsAndItsHashCanBeRecomputed() throws Exception {
    Commands.Run run = export();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(segment()));
    for (String line : run.out().lines().toList()) {
      String hash = JsonMapper.shared().readTree(line).path("hash").asString();
      byte[] bare = line.replace(",\"hash\":\"" + hash + "\"", "").getBytes(UTF_8);
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(bare);
      assertThat(HexFormat.of().formatHex(sum)).isEqualTo(hash);
    }
  }

  @Test
  void typesAndTimesChoose() {
    assertThat(records("--type", "intent")).hasSize(3).allMatch(it -> type(it).equals("intent"));
    assertThat(records("--type", "intent,outcome", "--since", "2026-11-21T10:10:00Z"))
        .isNotEmpty()
        .allMatch(it -> it.path("ts").asString().compareTo("2026-11-21T10:10:00.000Z") >= 0);
    assertThat(records("--until", "2026-11-21T10:10:00Z", "--type", "intent")).hasSize(1);
    assertThat(records("--since", "2026-11-22")).isEmpty();
    assertThat(export("--type", "intents").code()).isEqualTo(2);
  }

  private List<JsonNode> records(String... more) {
    return export(more).out().lines().map(JsonMapper.shared()::readTree).toList();
  }

  private static String type(JsonNode record) {
    return record.path("type").asString();
  }

  @Test
  void csvHasOneHeaderAndARowOfThatManyCellsForEachRecord() {
    List<String> lines = export("--format", "csv").out().lines().toList();
    int columns = lines.getFirst().split(",", -1).length;
    assertThat(lines.getFirst()).startsWith("seq,ts,type,env,action,instId,side");
    assertThat(lines.stream().skip(1)).hasSameSizeAs(records());
    assertThat(lines.stream().filter(line -> line.contains(",intent,paper,place,BTC-USDT,buy,")))
        .hasSize(3)
        .allMatch(line -> line.split(",", -1).length == columns);
  }

  @Test
  void showSaysThatWhatItShowsIsNotTheEndOfABrokenChain() throws IOException {
    assertThat(okx.run("--paper", "audit", "show").code()).isZero();
    List<String> lines = Files.readAllLines(segment());
    long trusted = 4;
    lines.set((int) trusted, lines.get((int) trusted).replaceFirst("okg", "okh"));
    Files.write(segment(), lines);
    Commands.Run run = okx.run("--paper", "audit", "show", "--json");
    assertThat(run.code()).isEqualTo(9);
    assertThat(run.err()).contains("broken at record 5").contains("does not match its hash");
    assertThat(run.json().path("records").valueStream().map(it -> it.path("seq").asLong()))
        .last()
        .isEqualTo(trusted);
  }

  @Test
  void aFileIsNewAndItsOwnersAlone() throws IOException {
    Path file = home.resolve("out.ndjson");
    Commands.Run run = export("--output", file.toString(), "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(file).content().isEqualTo(Files.readString(segment()));
    assertThat(run.json().path("records").asInt()).isEqualTo(records().size());
    assertThat(run.json().path("outcome").asString()).isEqualTo("intact");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.writeString(file, "mine");
    Commands.Run again = export("--output", file.toString());
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("never writes over");
    assertThat(file).content().isEqualTo("mine");
    assertThat(export("--output", home.resolve("no/such/file").toString()).code()).isEqualTo(2);
    Path state = segment().resolveSibling("out");
    Commands.Run inside = export("--output", state.toString());
    assertThat(inside.code()).isEqualTo(2);
    assertThat(inside.err()).contains("state directory");
    assertThat(state).doesNotExist();
  }

  @Test
  void aBrokenChainEndsWithWhatCameBeforeAndSaysWhere() throws IOException {
    List<String> lines = Files.readAllLines(segment());
    String altered = lines.get(3).replace("accepted", "rejected");
    assertThat(altered).isNotEqualTo(lines.get(3));
    String before = String.join("\n", lines.subList(0, 3)) + "\n";
    String after = String.join("\n", lines.subList(4, lines.size())) + "\n";
    Files.writeString(segment(), before + altered + "\n" + after);
    Commands.Run run = export();
    assertThat(run.code()).isEqualTo(9);
    assertThat(run.out()).isEqualTo(before);
    assertThat(run.err()).contains("broken at record 4").contains("does not match its hash");
    Path file = home.resolve("part.ndjson");
    Commands.Run toFile = export("--output", file.toString(), "--json");
    assertThat(toFile.code()).isEqualTo(9);
    assertThat(toFile.json().path("outcome").asString()).isEqualTo("broken");
    assertThat(file).content().isEqualTo(before);
  }

  @Test
  void everyTypeOfEventCanBeChosen() {
    List<String> types =
        leaves(Event.class).map(type -> type.getSimpleName()).map(ExportCommandTest::word).toList();
    assertThat(RecordType.WORDS).containsAll(types).hasSize(types.size() + 1);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ExportCommandTest::leaves)
        : Stream.of(type);
  }

  private static String word(String name) {
    return name.equals("Filled")
        ? "fills"
        : name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
  }
}
