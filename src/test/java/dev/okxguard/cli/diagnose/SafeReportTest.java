package dev.okxguard.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report may be posted.
final class SafeReportTest {
  @TempDir private Path home;
  private World world;

  @BeforeEach
  void sound() throws IOException {
    world = new World(home);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Path report() {
    return home.resolve("report.txt");
  }

  private Commands.Run diagnose(String... more) {
    return world.commands.run(
        Stream.concat(Stream.of("diagnose"), Stream.of(more)).toArray(String[]::new));
  }

  /// Everything about this user that is nobody else's business.
  private List<String> personal() {
    List<String> secrets =
        Stream.of("api_key", "secret_key", "passphrase")
            .map(key -> world.profile.get(key).replace("'", ""))
            .toList();
    return Stream.concat(
            secrets.stream(),
            Stream.of(world.uid(), home.toString(), "/hook", "proxypass", "203.0.113.7"))
        .toList();
  }

  @Test
  void theReportHoldsNothingPrivateWhereverSomethingIsWrong() throws Exception {
    world
        .used()
        .set("proxy_url", "'http://user:proxypass@127.0.0.1:9'")
        .recordSound()
        .policy("[limits]\nmax_ordr_size = 1\n");
    MisconfigurationTest.tampered(world);
    world.stand().alarmStatus(500);
    world.account(row -> row.put("perm", "read_only,withdraw"));
    world.write();

    Commands.Run text = diagnose("--go-live", "--send-test", "--output", report().toString());
    String written = Files.readString(report());
    String json = world.diagnose("--go-live", "--send-test").out();

    assertThat(text.code()).as(text.toString()).isEqualTo(9);
    assertThat(written)
        .contains("key.withdraw", "journal.intact", "~/.okx/config.toml", "Before going live:");
    for (String secret : personal()) {
      assertThat(written).doesNotContain(secret);
      assertThat(json).doesNotContain(secret);
    }
    assertThat(written).contains("…4567");
  }

  @Test
  void whatAServerEchoesIsNotInTheReport() throws Exception {
    String key = world.profile.get("api_key").replace("'", "");
    world.stand().answer(World.CONFIG, 401, "{\"code\":\"50111\",\"msg\":\"bad key " + key + "\"}");
    world.write();
    diagnose("--output", report().toString());

    assertThat(Files.readString(report())).contains("50111").doesNotContain(key);
  }

  @Test
  void theReportIsItsOwnersAloneAndLeavesNothingElseBehind() throws Exception {
    world.write();
    diagnose("--output", report().toString());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report())))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder(".okx", "elsewhere", "report.txt");
    }
  }

  @Test
  void theFileHoldsTheDocumentWhereOneIsAskedFor() throws Exception {
    world.write();
    Commands.Run run = diagnose("--json", "--output", report().toString());

    assertThat(Files.readString(report())).isEqualTo(run.out());
    assertThat(run.json().path("outcome").asString()).isNotEmpty();
  }

  @Test
  void nothingThatIsThereIsEverOverwritten() throws Exception {
    world.write();
    Files.writeString(report(), "mine");
    Commands.Run run = diagnose("--output", report().toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is there already");
    assertThat(Files.readString(report())).isEqualTo("mine");
  }

  @Test
  void aReportThatCannotBeWrittenIsAFaultOfTheCommandLine() {
    world.write();
    Commands.Run run = diagnose("--output", home.resolve("no/such/report").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("a directory that is not there");
  }
}
