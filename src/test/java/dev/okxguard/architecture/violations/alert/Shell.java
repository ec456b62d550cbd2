package dev.okxguard.architecture.violations.alert;

import java.io.IOException;

/// Starts a program past the one class that may.
public record Shell(String program) {
  Process start() throws IOException {
    return Runtime.getRuntime().exec(new String[] {program});
  }
}
