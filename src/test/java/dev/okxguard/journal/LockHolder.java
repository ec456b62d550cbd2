package dev.okxguard.journal;

import dev.okxguard.model.Fault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/// Another process: takes the lock, says `held` or `busy`, and keeps it until its input ends.
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    try (AccountLock lock = AccountLock.acquire(Path.of(args[0]), Duration.ZERO, new TestTime())) {
      out.println(lock == null ? "none" : "held");
      out.flush();
      while (System.in.read() >= 0) {}
    } catch (Fault e) {
      out.println(e.exitCode().word() + " " + e.getMessage());
    }
  }

  /// Starts it and waits for its first line.
  static Process start(Path directory) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
