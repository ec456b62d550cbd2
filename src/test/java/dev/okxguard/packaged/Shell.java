package dev.okxguard.packaged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs commands in a fresh environment: a home of their own, and a PATH on which there is no Java.
final class Shell {
  private static final long PATIENCE_SECONDS = 60;

  private final Path root;
  private final Path home;
  private final Map<String, String> variables = new HashMap<>();

  /// @param root an empty directory to work in
  Shell(Path root, String home) throws IOException {
    this.root = root;
    this.home = Files.createDirectory(root.resolve(home));
    Path tools = Files.createDirectory(root.resolve("tools"));
    for (String tool : List.of("readlink", "head")) {
      Files.createSymbolicLink(tools.resolve(tool), find(tool));
    }
    variables.put("HOME", this.home.toString());
    variables.put("PATH", tools.toString());
  }

  private static Path find(String tool) {
    return Stream.of("/bin", "/usr/bin")
        .map(directory -> Path.of(directory, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  Path home() {
    return home;
  }

  Shell with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /// Takes every variable away.
  Shell bare() {
    variables.clear();
    return this;
  }

  /// Runs a command in the home directory to its end.
  Result run(Object... command) throws IOException, InterruptedException {
    return runIn(home, command);
  }

  Result runIn(Path directory, Object... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(root, "out", "");
    Path err = Files.createTempFile(root, "err", "");
    Process process =
        builder(directory, command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    return new Result(end(process), read(out), read(err));
  }

  /// Starts a command whose output the caller reads.
  Process start(Object... command) throws IOException {
    return builder(home, command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /// The exit code of a process that has to end soon.
  static int end(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the command did not end");
    }
    return process.exitValue();
  }

  private ProcessBuilder builder(Path directory, Object... command) {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.of(command).map(Object::toString).toList())
            .directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    return builder;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /// What a command left behind.
  record Result(int code, String out, String err) {}
}
