package dev.okxguard.cli.order;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the orders of a batch come from: the argument itself, standard input, or a file.
final class BatchSource {
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private BatchSource() {}

  /// The text behind that argument.
  ///
  /// @throws Fault USAGE when it cannot be read or is too long
  static String text(String argument, InputStream standardInput) {
    String inline = argument.strip();
    if (inline.startsWith("[") || inline.startsWith("{")) {
      return argument;
    }
    try {
      if (argument.equals("-")) {
        return read(standardInput);
      }
      try (InputStream file = Files.newInputStream(Path.of(argument))) {
        return read(file);
      }
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new Fault(
          ExitCode.USAGE,
          "cannot read the orders from '" + argument + "'",
          "--orders takes JSON, the name of a file, or - for standard input");
    }
  }

  private static String read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Fault(ExitCode.USAGE, "the orders are longer than 4 MiB", "split the batch");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
