package dev.okxguard.testing;

import dev.okxguard.cli.CommandTree;
import dev.okxguard.cli.Globals;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.Sessions;
import dev.okxguard.console.Console;
import dev.okxguard.model.Fault;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine;

/// Runs command lines in process over string buffers.
public final class Cli {
  private final BiFunction<Globals, Console, Session> opener;
  private final Map<String, String> environment;

  public Cli(BiFunction<Globals, Console, Session> opener, Map<String, String> environment) {
    this.opener = opener;
    this.environment = environment;
  }

  /// A command line whose reads are answered from the samples.
  public static Cli over(SampleReads reads) {
    return new Cli((_, console) -> new SampleSession(reads, console), Map.of());
  }

  /// The tree of commands, as parsed for a run.
  public static CommandLine tree() {
    return CommandTree.build(
        new Buffers((_, _) -> null, Map.of(), new StringWriter(), new StringWriter()));
  }

  /// Runs one command line.
  public Result run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = CommandTree.build(new Buffers(opener, environment, out, err));
    line.setExecutionExceptionHandler((fault, _, _) -> tell(fault, err));
    int code = line.execute(args);
    return new Result(code, out.toString(), err.toString());
  }

  private static int tell(Exception exception, StringWriter err) throws Exception {
    if (exception instanceof Fault fault) {
      err.append(fault.getMessage()).append("\n");
      return fault.exitCode().number();
    }
    if (exception instanceof CommandLine.ParameterException usage) {
      err.append(usage.getMessage()).append("\n");
      return CommandLine.ExitCode.USAGE;
    }
    throw exception;
  }

  /// What a run left behind.
  public record Result(int code, String out, String err) {}

  private record Buffers(
      BiFunction<Globals, Console, Session> opener,
      Map<String, String> environment,
      Console console)
      implements Sessions {

    Buffers(
        BiFunction<Globals, Console, Session> opener,
        Map<String, String> environment,
        StringWriter out,
        StringWriter err) {
      this(opener, environment, console(out, err));
    }

    @Override
    public Session open(Globals globals) {
      return opener.apply(globals, console);
    }

    private static Console console(StringWriter out, StringWriter err) {
      return new Console(
          new BufferedReader(new StringReader("")),
          new ByteArrayInputStream(new byte[0]),
          new PrintWriter(out),
          new PrintWriter(err),
          false,
          _ -> Optional.empty());
    }
  }
}
