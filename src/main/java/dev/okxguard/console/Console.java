package dev.okxguard.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The three standard streams and what is known about them. `Main` makes the real one; tests make
/// one over buffers.
///
/// @param in standard input as text
/// @param rawIn the same as bytes, for documents
/// @param out results, and nothing else
/// @param err faults, warnings, questions and progress
/// @param terminal whether a person sits at both standard input and standard output
/// @param hidden asks a question and reads the answer without echo; empty at end of input
/// @param lost why results could not be written, such as a full disk; empty when they were, or
///   nobody wants them any more
public record Console(
    BufferedReader in,
    InputStream rawIn,
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Function<String, Optional<char[]>> hidden,
    Supplier<Optional<String>> lost) {

  /// One whose results are never lost.
  public Console(
      BufferedReader in,
      InputStream rawIn,
      PrintWriter out,
      PrintWriter err,
      boolean terminal,
      Function<String, Optional<char[]>> hidden) {
    this(in, rawIn, out, err, terminal, hidden, Optional::empty);
  }

  /// Asks on standard error and reads one line; empty at end of input.
  public Optional<String> ask(String question) {
    err.print(question);
    err.flush();
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
