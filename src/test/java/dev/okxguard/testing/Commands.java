package dev.okxguard.testing;

import dev.okxguard.Main;
import dev.okxguard.console.Console;
import dev.okxguard.model.Time;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whole command lines in process, over buffers, in a home directory and on a clock of their own.
/// Several may run at the same time.
public final class Commands {
  private final Path home;
  private final Time time;
  private final Map<String, String> environment = new HashMap<>();
  private String input = "";
  private boolean terminal;

  public Commands(Path home, Time time) {
    this.home = home;
    this.time = time;
    environment.put("HOME", home.toString());
  }

  /// Sets an environment variable.
  public Commands with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /// A person at a terminal, who types that.
  public Commands typing(String text) {
    input = text;
    terminal = true;
    return this;
  }

  /// Writes a file below the home directory, readable by its owner alone.
  public Path file(String name, String content) {
    try {
      Path path = home.resolve(name);
      if (Files.notExists(path.getParent())) {
        Files.createDirectories(
            path.getParent(),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Files.writeString(path, content);
      return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path home() {
    return home;
  }

  /// Runs one command line.
  public Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new BufferedReader(new StringReader(input)),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            terminal,
            _ -> Optional.empty());
    int code = Main.run(args, Map.copyOf(environment), console, time);
    console.out().flush();
    console.err().flush();
    return new Run(code, out.toString(), err.toString());
  }

  /// What a command line left behind.
  public record Run(int code, String out, String err) {
    /// Standard output as the one document it must be.
    public JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }

    /// Standard error as the one line of JSON it must be.
    public JsonNode fault() {
      return JsonMapper.shared().readTree(err.strip());
    }

    @Override
    public String toString() {
      return "exit " + code + "\n" + out + err;
    }

    /// Output with the random ids replaced, for comparing with a text kept beside the tests.
    public String stable() {
      return Commands.stable(out);
    }
  }

  /// That text with the random ids replaced.
  public static String stable(String text) {
    return text.replaceAll("okgp[a-z0-9]{20,}", "CLORDID");
  }
}
