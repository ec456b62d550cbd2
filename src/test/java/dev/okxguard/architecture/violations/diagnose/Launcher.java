package dev.okxguard.architecture.violations.diagnose;

import java.io.IOException;

/// Starts a program outside the alerts.
public record Launcher(String program) {
  Process start() throws IOException {
    return new ProcessBuilder(program).start();
  }
}
