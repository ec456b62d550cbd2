package dev.okxguard.cli;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Text that a command is given in a file or on standard input. Nothing of it is ever quoted: the
/// file may be another than was meant, and may be read with rights that whoever named it has not.
///
/// @param what it is, for faults, for example `the orders`
/// @param option that names it, with what it takes
public record InputText(String what, String option) {
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /// The text of that file, or of standard input for `-`.
  ///
  /// @throws Fault USAGE when it cannot be read or is too long
  public String read(String name, InputStream standardInput) {
    try {
      if (name.equals("-")) {
        return read(standardInput);
      }
      try (InputStream file = Files.newInputStream(Path.of(name))) {
        return read(file);
      }
    } catch (IOException | InvalidPathException e) {
      throw new Fault(ExitCode.USAGE, "cannot read " + what + " from '" + name + "'", option);
    }
  }

  private String read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Fault(ExitCode.USAGE, what + " are longer than 4 MiB", option);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
