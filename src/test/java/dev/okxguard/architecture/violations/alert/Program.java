package dev.okxguard.architecture.violations.alert;

import java.io.IOException;

/// May start programs.
public record Program(String name) {
  Process start() throws IOException {
    return new ProcessBuilder(name).start();
  }
}
