package dev.okxguard.alert;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Runs a program of the user's own, without a shell, with the document on its standard input. What
/// it prints goes nowhere, and it gets none of our variables, which may hold the keys.
public final class Program implements Channel {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /// Between the kill and giving up on seeing the end of it.
  private static final Duration DEATH = Duration.ofSeconds(1);

  private final List<String> line;
  private final Map<String, String> environment;
  private final Duration timeout;

  /// @param line the program and its arguments, which may hold secrets
  /// @param environment the variables of this process
  public Program(List<String> line, Map<String, String> environment) {
    this(line, environment, TIMEOUT);
  }

  Program(List<String> line, Map<String, String> environment, Duration timeout) {
    this.line = List.copyOf(line);
    this.environment = Map.copyOf(environment);
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return "command " + line.getFirst();
  }

  @Override
  public Optional<String> deliver(byte[] payload) {
    Process process;
    try {
      process = builder().start();
    } catch (IOException _) {
      return Optional.of("it cannot be started");
    }
    try {
      write(process, payload);
      return end(process);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    } finally {
      destroy(process);
    }
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.putAll(environment);
    variables.keySet().removeIf(name -> name.startsWith("OKX_"));
    return builder;
  }

  /// The document is smaller than any pipe's buffer, so that a program which reads nothing holds
  /// nobody up; one that has ended or closed its input is judged by its exit code alone.
  private static void write(Process process, byte[] payload) {
    try (OutputStream input = process.getOutputStream()) {
      input.write(payload);
    } catch (IOException _) {
      // It need not read.
    }
  }

  private Optional<String> end(Process process) throws InterruptedException {
    if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      destroy(process);
      process.waitFor(DEATH.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.of("still running after " + timeout.toMillis() + " ms, so it was stopped");
    }
    int code = process.exitValue();
    return code == 0 ? Optional.empty() : Optional.of("it ended with exit code " + code);
  }

  /// What it started first: an orphan could not be found any more.
  private static void destroy(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
