package dev.okxguard.cli.option;

import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Currencies, given first on the line or as `--ccy`, separated by commas.
public final class CurrencyArgument {
  /// The most that OKX takes in one request.
  private static final int MOST = 20;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CCY[,CCY]",
      description = "only these currencies, 20 at most")
  private String first;

  @Option(names = "--ccy", paramLabel = "CCY[,CCY]", description = "the same, by name")
  private String named;

  /// The currencies as OKX takes them, if given.
  public Optional<String> value() {
    Optional<String> list = Either.of(spec, "--ccy", first, named);
    list.ifPresent(this::check);
    return list;
  }

  private void check(String list) {
    String[] currencies = list.split(",", -1);
    if (Arrays.stream(currencies).anyMatch(String::isBlank)) {
      throw new ParameterException(spec.commandLine(), "'" + list + "' has an empty currency");
    }
    if (currencies.length > MOST) {
      throw new ParameterException(
          spec.commandLine(), "At most " + MOST + " currencies at once, not " + currencies.length);
    }
  }
}
