package dev.okxguard.cli;

import dev.okxguard.config.Suggestion;
import dev.okxguard.console.Console;
import dev.okxguard.console.Json;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tools.jackson.databind.node.ObjectNode;

/// How a fault is told: one line of JSON or a few of text, on standard error, and its exit code.
final class Faults {
  private final Console console;
  private final boolean json;
  private final boolean verbose;

  Faults(Console console, String[] args) {
    this.console = console;
    this.json = given(args, "--json");
    this.verbose = given(args, "--verbose");
  }

  /// Whether that flag is on the line, which may not even be parsed.
  private static boolean given(String[] args, String flag) {
    return Arrays.stream(args)
        .anyMatch(arg -> arg.equals(flag) || arg.equalsIgnoreCase(flag + "=true"));
  }

  /// Bad arguments.
  int usage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String suggestion = suggestion(e);
    String help = "see: " + command.getCommandSpec().qualifiedName() + " --help";
    tell(
        new Fault(
            ExitCode.USAGE,
            e.getMessage().lines().findFirst().orElse("bad arguments"),
            suggestion.isEmpty() ? help : suggestion + "; " + help));
    return ExitCode.USAGE.number();
  }

  /// Anything thrown while a command ran.
  int execution(Exception e) {
    Fault fault =
        e instanceof Fault known
            ? known
            : new Fault(
                ExitCode.INTERNAL,
                "unexpected " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                "this is a bug in okx-guard; run again with --verbose and report what it prints");
    tell(fault);
    if (verbose && fault.exitCode() == ExitCode.INTERNAL) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      console.err().print(trace);
      console.err().flush();
    }
    return fault.exitCode().number();
  }

  private void tell(Fault fault) {
    if (json) {
      console.err().println(Json.line(document(fault)));
    } else {
      console.err().println("Error: " + fault.getMessage());
      fault.exchange().ifPresent(this::tellExchange);
      if (!fault.hint().isEmpty()) {
        console.err().println("Hint: " + fault.hint());
      }
    }
    console.err().flush();
  }

  private void tellExchange(ExchangeError error) {
    if (!error.code().isEmpty()) {
      console.err().println("Code: " + error.code() + " (" + error.meaning() + ")");
    }
    if (!error.traceId().isEmpty()) {
      console.err().println("TraceId: " + error.traceId());
    }
  }

  private static ObjectNode document(Fault fault) {
    Optional<ExchangeError> error = fault.exchange();
    ObjectNode json = Json.object();
    json.put("error", fault.exitCode().word());
    json.put("exitCode", fault.exitCode().number());
    json.put("message", fault.getMessage());
    json.put("hint", fault.hint());
    json.put("code", error.map(ExchangeError::code).orElse(""));
    json.put("httpStatus", error.map(ExchangeError::httpStatus).orElse(0));
    json.put("traceId", error.map(ExchangeError::traceId).orElse(""));
    return json;
  }

  private static String suggestion(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> names = names(unmatched);
      return names.isEmpty() ? "" : "did you mean: " + String.join(", ", names) + "?";
    }
    return "";
  }

  /// For options picocli compares whole words, which tells nothing of a letter typed wrong.
  private static List<String> names(UnmatchedArgumentException unmatched) {
    String typed = unmatched.getUnmatched().getFirst();
    if (!unmatched.getSuggestions().isEmpty() || !typed.startsWith("--")) {
      return unmatched.getSuggestions();
    }
    return Suggestion.nearest(
            typed, unmatched.getCommandLine().getCommandSpec().optionsMap().keySet())
        .stream()
        .toList();
  }
}
