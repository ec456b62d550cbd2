package dev.okxguard.cli.order;

import dev.okxguard.cli.InputText;
import java.io.InputStream;

/// Where the orders of a batch come from: the argument itself, standard input, or a file.
final class BatchSource {
  private static final InputText ORDERS =
      new InputText(
          "the orders", "--orders takes JSON, the name of a file, or - for standard input");

  private BatchSource() {}

  /// The text behind that argument.
  ///
  /// @throws dev.okxguard.model.Fault USAGE when it cannot be read or is too long
  static String text(String argument, InputStream standardInput) {
    String inline = argument.strip();
    return inline.startsWith("[") || inline.startsWith("{")
        ? argument
        : ORDERS.read(argument, standardInput);
  }
}
