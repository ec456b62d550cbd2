package dev.okxguard.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real programs: scripts for the system's own shell, which is itself only the program here.
@Timeout(60)
class ProgramTest {
  private static final byte[] PAYLOAD = "{\"text\":\"hé\"}".getBytes(StandardCharsets.UTF_8);
  private static final Map<String, String> ENVIRONMENT =
      Map.of("HOME", "/home/x", "PATH", "/usr/bin:/bin", "OKX_API_SECRET", "Zq7KEYmark");

  @TempDir Path directory;

  private Program script(Duration timeout, String text, String... arguments) throws IOException {
    Path script = Files.writeString(directory.resolve("script"), text);
    List<String> line = new ArrayList<>(List.of("/bin/sh", script.toString()));
    line.addAll(List.of(arguments));
    return new Program(line, ENVIRONMENT, timeout);
  }

  private Optional<String> run(String text, String... arguments) throws IOException {
    return script(Duration.ofSeconds(30), text, arguments).deliver(PAYLOAD);
  }

  private Path out() {
    return directory.resolve("out");
  }

  @Test
  void theDocumentArrivesOnStandardInput() throws IOException {
    assertThat(run("cat > \"$1\"", out().toString())).isEmpty();
    assertThat(out()).hasBinaryContent(PAYLOAD);
  }

  @Test
  void argumentsArriveAsTheyAreSinceNoShellReadsThem() throws IOException {
    String odd = "$HOME; touch x 'y' \"z\" * `id` \\";
    assertThat(run("printf '%s' \"$1\" > \"$2\"", odd, out().toString())).isEmpty();
    assertThat(out()).hasContent(odd);
  }

  @Test
  void itGetsTheEnvironmentButNoneOfOurVariables() throws IOException {
    assertThat(run("env > \"$1\"", out().toString())).isEmpty();
    assertThat(Files.readString(out())).contains("HOME=/home/x").doesNotContain("OKX_", "Zq7KEY");
  }

  @Test
  void itsExitCodeDecidesAndWhatItPrintsIsNotRepeated() throws IOException {
    assertThat(run("echo \"$1\"; echo \"$1\" >&2; exit 3", "Zq7TOKENmark"))
        .contains("it ended with exit code 3");
  }

  @Test
  void itNeedNotReadAndMayPrintALot() throws IOException {
    assertThat(
            run(
                "exec <&-; i=0; while [ $i -lt 3000 ]; do echo"
                    + " 0123456789012345678901234567890123456789; i=$((i+1)); done"))
        .isEmpty();
  }

  @Test
  void aProgramThatCannotBeStartedIsAFailure() {
    List<String> line = List.of(directory.resolve("none").toString(), "Zq7TOKENmark");
    Program program = new Program(line, ENVIRONMENT);
    assertThat(program.deliver(PAYLOAD)).contains("it cannot be started");
    assertThat(program + program.name()).doesNotContain("Zq7TOKENmark");
    Program odd = new Program(List.of("/bin/sh", "a\0b"), ENVIRONMENT);
    assertThat(odd.deliver(PAYLOAD)).contains("it cannot be started");
  }

  @Test
  void aProgramThatDoesNotEndIsStoppedWithAllItStarted() throws Exception {
    String first = "40" + ProcessHandle.current().pid();
    String second = "41" + ProcessHandle.current().pid();
    String text = "sleep " + first + " & sleep " + second;
    assertThat(script(Duration.ofMillis(1500), text).deliver(PAYLOAD))
        .contains("still running after 1500 ms, so it was stopped");
    assertThat(ends(first) && ends(second)).isTrue();
  }

  @Test
  void anInterruptStopsTheProgramAndIsKept() throws Exception {
    String length = "42" + ProcessHandle.current().pid();
    Program program = script(Duration.ofSeconds(30), "sleep " + length);
    List<Object> told = new CopyOnWriteArrayList<>();
    Thread sender =
        Thread.ofPlatform()
            .start(
                () -> {
                  told.add(program.deliver(PAYLOAD).orElse(""));
                  told.add(Thread.interrupted());
                });
    for (int i = 0; i < 200 && sleeping(length) == 0; i++) {
      Thread.sleep(50);
    }
    sender.interrupt();
    sender.join(Duration.ofSeconds(20));
    assertThat(told).containsExactly("interrupted", true);
    assertThat(ends(length)).isTrue();
  }

  /// Whether the process is gone soon: a killed one takes the system a moment to remove.
  private static boolean ends(String length) throws InterruptedException {
    for (int i = 0; i < 100 && sleeping(length) > 0; i++) {
      Thread.sleep(50);
    }
    return sleeping(length) == 0;
  }

  private static long sleeping(String length) {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(it -> it.info().commandLine().filter(line -> line.endsWith(length)).isPresent())
        .count();
  }
}
