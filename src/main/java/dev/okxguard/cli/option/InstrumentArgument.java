package dev.okxguard.cli.option;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The instrument, given first on the line or as `--instId`.
public final class InstrumentArgument {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "INSTID",
      description = "instrument, for example BTC-USDT or BTC-USDT-SWAP")
  private String first;

  @Option(names = "--instId", paramLabel = "INSTID", description = "the same, by name")
  private String named;

  /// The instrument, if given.
  public Optional<String> value() {
    return Either.of(spec, "--instId", first, named);
  }

  /// The instrument; a usage fault when it is missing.
  public String required() {
    return value()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "No instrument given: put its id first, or behind --instId"));
  }
}
