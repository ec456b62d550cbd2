package dev.okxguard.paper;

import static dev.okxguard.paper.Desk.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happened stays on record, whatever happens to its file.
class RecordFileTest {
  private static final String BODY =
      """
      {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"%s","ordType":"market","sz":"0.1"}\
      """;

  @TempDir Path directory;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperHome home;
  private Desk desk;

  @BeforeEach
  void open() {
    home = Desk.home(directory);
    desk = desk();
  }

  @AfterEach
  void close() {
    desk.transport.close();
  }

  @Test
  void anOrderIsAppendedAndSurvivesTheProcess() throws IOException {
    trade("buy");
    byte[] before = Files.readAllBytes(record());
    trade("sell");
    assertThat(Files.readAllBytes(record())).startsWith(before);
    assertThat(fills(desk())).isEqualTo(2);
  }

  @Test
  void whatWasAppendedAndNeverCountedIsCutOff() throws IOException {
    trade("buy");
    for (String torn : List.of("{\"bill\":{", "{\"trade\":null}\n", "\0\0\0")) {
      Files.writeString(record(), torn, StandardOpenOption.APPEND);
      assertThat(fills(desk())).as(torn).isEqualTo(1);
    }
    Desk other = desk();
    time.advance(Duration.ofSeconds(1));
    other.post("/api/v5/trade/order", BODY.formatted("sell"));
    assertThat(fills(desk())).isEqualTo(2);
    assertThat(Files.readString(record())).doesNotContain(":null}\n", "\0").endsWith("}\n");
  }

  @Test
  void aRecordOfWhichSomeIsMissingIsReportedAndNeverGoneOnWith() throws IOException {
    trade("buy");
    byte[] whole = Files.readAllBytes(record());
    byte[] state = Files.readAllBytes(home.state());
    Files.write(record(), new String(whole, UTF_8).substring(0, whole.length - 9).getBytes(UTF_8));
    damaged();
    Files.delete(record());
    damaged();
    assertThat(home.state()).hasBinaryContent(state);
    try (PaperAdmin admin = new PaperAdmin(home, time)) {
      admin.reset(Optional.of(3L));
    }
    assertThat(fills(desk())).isZero();
  }

  @Test
  void aNewExchangeLeavesNoOldRecord() throws IOException {
    trade("buy");
    Path old = record();
    try (PaperAdmin admin = new PaperAdmin(home, time)) {
      admin.reset(Optional.of(3L));
    }
    assertThat(old).doesNotExist();
    assertThat(record()).isNotEqualTo(old);
    desk.credentials = desk.transport.credentials();
    assertThat(fills(desk)).isZero();
  }

  private void damaged() {
    Fault fault = catchThrowableOfType(Fault.class, this::desk);
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(fault).hasMessageContaining("damaged");
    assertThat(fault.hint()).contains("okx paper reset");
  }

  private Desk desk() {
    return new Desk(time, new PaperTransport(home, time, Faults.none()));
  }

  private void trade(String side) {
    time.advance(Duration.ofSeconds(1));
    assertThat(Desk.code(desk.post("/api/v5/trade/order", BODY.formatted(side)))).isEqualTo("0");
  }

  private int fills(Desk client) {
    return json(client.get("/api/v5/trade/fills")).path("data").size();
  }

  /// The one that is there.
  private Path record() throws IOException {
    try (Stream<Path> files = Files.list(home.directory())) {
      List<Path> records =
          files.filter(file -> file.getFileName().toString().startsWith("record-")).toList();
      assertThat(records).hasSize(1);
      return records.getFirst();
    }
  }
}
