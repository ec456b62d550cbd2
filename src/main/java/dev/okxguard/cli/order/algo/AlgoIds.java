package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.trade.AlgoName;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A waiting algo order by the exchange's id or the client's.
final class AlgoIds {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,32}");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(names = "--algoId", paramLabel = "ID", description = "OKX's id of the algo order")
  private String algoId;

  @Option(
      names = "--algoClOrdId",
      paramLabel = "ID",
      description = "the client id of the algo order")
  private String algoClOrdId;

  AlgoName name() {
    check("--algoId", algoId);
    check("--algoClOrdId", algoClOrdId);
    if (algoId == null && algoClOrdId == null) {
      throw new ParameterException(
          spec.commandLine(), "name the algo order: --algoId or --algoClOrdId");
    }
    return new AlgoName(
        instrument.required(), Optional.ofNullable(algoId), Optional.ofNullable(algoClOrdId));
  }

  private void check(String option, String text) {
    if (text != null && !FORM.matcher(text).matches()) {
      throw new ParameterException(
          spec.commandLine(), option + " is 1 to 32 letters and digits, not '" + text + "'");
    }
  }
}
