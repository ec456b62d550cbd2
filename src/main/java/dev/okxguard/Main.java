package dev.okxguard;

import dev.okxguard.cli.CommandTree;
import dev.okxguard.cli.LiveSessions;
import dev.okxguard.console.Console;
import dev.okxguard.console.Results;
import dev.okxguard.model.Daemons;
import dev.okxguard.model.Time;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Starts the program: the only user of the process's exit, environment, streams and clock.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    int code = start(args);
    // System.exit would look through every jar for somebody to log it. Nothing waits for the end:
    // what has to happen when a signal ends the process happens without coming here.
    Runtime.getRuntime().halt(code);
  }

  /// Runs one command line for the user who started this process.
  static int start(String[] args) {
    spare();
    Daemons.start(Main::decimals);
    Console console = console();
    int code = run(args, System.getenv(), userHome(), console, new SystemTime());
    console.out().flush();
    console.err().flush();
    return code;
  }

  /// Has picocli not look for what is never used here: Groovy and databases, in every jar, and how
  /// to read times. Nor does Java log anything: standard error is for what okx has to say.
  private static void spare() {
    System.setProperty("jdk.logger.finder.error", "QUIET");
    System.setProperty("jdk.system.logger.level", "OFF");
    System.setProperty("picocli.disable.closures", "true");
    System.setProperty("picocli.converters.excludes", "java[.](sql|time)[.].*");
    // The paper server writes an answer in parts. Left alone, the system holds the last one back
    // until the client has confirmed the others, which it puts off for 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /// Has Java work out the powers that it wants for its first decimal number, which takes longer
  /// than to parse the command line.
  private static void decimals() {
    BigDecimal _ = BigDecimal.ONE;
  }

  /// Runs one command line to its exit code, touching nothing of the process but the files and
  /// connections the command needs.
  public static int run(String[] args, Map<String, String> env, Console console, Time time) {
    return run(args, env, Optional.empty(), console, time);
  }

  /// The same for a user whose home directory is known, whatever `HOME` says.
  public static int run(
      String[] args, Map<String, String> env, Optional<Path> userHome, Console console, Time time) {
    // Most commands draw nothing, and looking for a source takes time.
    RandomGenerator random = () -> new SecureRandom().nextLong();
    return CommandTree.run(args, new LiveSessions(env, userHome, console, time, random));
  }

  /// As the user database has it, empty for a user without an entry.
  private static Optional<Path> userHome() {
    String home = System.getProperty("user.home", "");
    return home.startsWith("/") ? Optional.of(Path.of(home)) : Optional.empty();
  }

  private static Console console() {
    InputStream in = System.in;
    Results results = new Results(new FileOutputStream(FileDescriptor.out));
    return new Console(
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
        in,
        writer(results),
        writer(new FileOutputStream(FileDescriptor.err)),
        terminal(),
        Main::hidden,
        results::lost);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }

  /// The launcher says when a stream is redirected, which spares opening the terminal to find out.
  private static boolean terminal() {
    if ("0".equals(System.getProperty("okx.terminal"))) {
      return false;
    }
    java.io.Console terminal = System.console();
    return terminal != null && terminal.isTerminal();
  }

  private static Optional<char[]> hidden(String question) {
    java.io.Console terminal = System.console();
    return terminal == null
        ? Optional.empty()
        : Optional.ofNullable(terminal.readPassword("%s", question));
  }

  /// The system's clocks.
  private static final class SystemTime implements Time {
    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
      Thread.sleep(length);
    }
  }
}
