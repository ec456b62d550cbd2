package dev.okxguard.testing;

import dev.okxguard.Main;
import dev.okxguard.console.Console;
import dev.okxguard.model.Time;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
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
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whole command lines in process, over buffers, in a home directory and on a clock of their own.
/// Several may run at the same time.
public final class Commands {
  /// What somebody types to end the input, instead of an answer.
  public static final String END = "\u0004";

  private final Path home;
  private final Time time;
  private final Map<String, String> environment = new HashMap<>();
  private String input = "";
  private Optional<UnaryOperator<String>> person = Optional.empty();
  private boolean terminal;
  private Optional<Path> userHome = Optional.empty();

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

  /// A user whose home directory is there, whatever `HOME` says.
  public Commands livingIn(Path place) {
    userHome = Optional.of(place);
    return this;
  }

  /// A person at a terminal, who types that.
  public Commands typing(String text) {
    input = text;
    person = Optional.empty();
    terminal = true;
    return this;
  }

  /// A person at a terminal, who reads what it says and then types that, a line at a time.
  public Commands answering(UnaryOperator<String> answer) {
    person = Optional.of(answer);
    terminal = true;
    return this;
  }

  /// A person at a terminal, who types the phrase that is asked for, and this reason.
  public Commands agreeing(String reason) {
    return answering(
        said -> {
          boolean asked = said.substring(said.lastIndexOf('\n') + 1).contains("Reason");
          return asked ? reason : phrase(said);
        });
  }

  /// The phrase that was last asked for.
  public static String phrase(String said) {
    String mark = "type exactly:  ";
    String shown = said.substring(said.lastIndexOf(mark) + mark.length());
    return shown.lines().findFirst().orElse("");
  }

  /// Nobody at a terminal, but that on standard input.
  public Commands piping(String text) {
    input = text;
    person = Optional.empty();
    terminal = false;
    return this;
  }

  private BufferedReader reader(StringWriter err) {
    return person
        .map(answer -> new BufferedReader(new Answers(err, answer)))
        .orElseGet(() -> new BufferedReader(new StringReader(input)));
  }

  /// Somebody who types an answer each time a line is wanted, having read standard error so far.
  private static final class Answers extends Reader {
    private final StringWriter err;
    private final UnaryOperator<String> answer;

    Answers(StringWriter err, UnaryOperator<String> answer) {
      this.err = err;
      this.answer = answer;
    }

    @Override
    public int read(char[] into, int from, int length) {
      String line = answer.apply(err.toString()) + "\n";
      if (line.startsWith(END)) {
        return -1;
      }
      line.getChars(0, line.length(), into, from);
      return line.length();
    }

    @Override
    public void close() {}
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
    BufferedReader in = reader(err);
    Console console =
        new Console(
            in,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            terminal,
            question -> unseen(question, in, err));
    int code = Main.run(args, Map.copyOf(environment), userHome, console, time);
    console.out().flush();
    console.err().flush();
    return new Run(code, out.toString(), err.toString());
  }

  /// Says in standard error that what is typed next would not be seen.
  private static Optional<char[]> unseen(String question, BufferedReader in, StringWriter err) {
    err.append("[unseen] ").append(question);
    try {
      return Optional.ofNullable(in.readLine()).map(String::toCharArray);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
