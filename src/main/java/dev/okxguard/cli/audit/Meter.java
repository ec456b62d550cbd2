package dev.okxguard.cli.audit;

import dev.okxguard.cli.Session;
import java.io.PrintWriter;
import java.util.Optional;

/// How far a long reading got, in one line that is rewritten, where a person sits at a terminal;
/// elsewhere nothing.
final class Meter implements AutoCloseable {
  private static final long NANOS_BETWEEN = 200_000_000;

  private final Optional<PrintWriter> err;
  private final Session session;
  private final String what;
  private long said;
  private int width;

  private Meter(Session session, String what) {
    this.err = Optional.of(session.console().err()).filter(_ -> session.console().terminal());
    this.session = session;
    this.what = what;
    this.said = session.time().nanos();
  }

  /// @param what is counted
  static Meter of(Session session, String what) {
    return new Meter(session, what);
  }

  /// Says the number now and then.
  void at(long count) {
    if (err.isPresent() && session.time().nanos() - said >= NANOS_BETWEEN) {
      said = session.time().nanos();
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
