package dev.okxguard.cli.market;

import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Query;
import dev.okxguard.model.InstType;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// An instrument whose kind OKX wants to be told: given, or taken from the form of the id.
final class KindedInstrument {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  /// The kind and, if given, the instrument; a usage fault when neither is given.
  Query query(String instType, Function<String, InstType> kind) {
    Optional<String> instId = instrument.value();
    String type =
        Optional.ofNullable(instType)
            .or(() -> instId.map(kind).map(InstType::name))
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "Give an instrument, or a kind behind --instType"));
    boolean option = type.equals(InstType.OPTION.name());
    return new Query()
        .with("instType", type)
        .with("instId", instId)
        .with("instFamily", instId.filter(_ -> option).map(InstType::familyByForm));
  }
}
