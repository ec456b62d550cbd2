package dev.okxguard.cli.audit;

import dev.okxguard.cli.Session;
import dev.okxguard.console.Console;
import dev.okxguard.model.Time;
import java.io.PrintWriter;
import java.util.Optional;

/// How far a long reading got, in one line that is rewritten, where a person sits at a terminal;
/// elsewhere nothing.
final class Meter implements AutoCloseable {
  private static final long NANOS_BETWEEN = 200_000_000;

  private final Optional<PrintWriter> err;
  private final Time time;
  private final String what;
  private long said;
  private int width;

  /// @param what is counted
  Meter(Console console, Time time, String what) {
    this.err = Optional.of(console.err()).filter(_ -> console.terminal());
    this.time = time;
    this.what = what;
    this.said = time.nanos();
  }

  /// Of a command.
  static Meter of(Session session, String what) {
    return new Meter(session.console(), session.time(), what);
  }

  /// Says the number now and then.
  void at(long count) {
    if (err.isPresent() && time.nanos() - said >= NANOS_BETWEEN) {
      said = time.nanos();
      String line = "%,d %s".formatted(count, what);
      width = Math.max(width, line.length());
      write("\r" + line);
    }
  }

  /// Takes the line away.
  @Override
  public void close() {
    if (width > 0) {
      write("\r" + " ".repeat(width) + "\r");
    }
  }

  private void write(String text) {
    err.ifPresent(
        writer -> {
          writer.print(text);
          writer.flush();
        });
  }
}
