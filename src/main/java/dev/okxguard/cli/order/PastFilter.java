package dev.okxguard.cli.order;

import dev.okxguard.cli.option.InstTypes;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Moment;
import dev.okxguard.cli.option.Query;
import dev.okxguard.model.InstType;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which past orders or fills are wanted.
final class PastFilter {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(
      names = "--instType",
      paramLabel = "TYPE",
      description =
          "one of ${COMPLETION-CANDIDATES}; that of the instrument where OKX wants one: for a pair"
              + " SPOT, unless MARGIN is said",
      converter = InstTypes.class,
      completionCandidates = InstTypes.class)
  private String instType;

  @Option(
      names = "--begin",
      paramLabel = "TIME",
      description = "from this time on",
      converter = Moment.class)
  private String begin;

  @Option(
      names = "--end",
      paramLabel = "TIME",
      description = "up to this time",
      converter = Moment.class)
  private String end;

  @Option(names = "--after", paramLabel = "ID", description = "only rows older than this one")
  private String after;

  /// The parameters. A pair is traded in cash and on margin, so that it alone tells no type.
  Query query() {
    return query(Optional.ofNullable(instType));
  }

  private Query query(Optional<String> type) {
    return new Query()
        .with("instType", type)
        .with("instId", instrument.value())
        .with("begin", begin)
        .with("end", end)
        .with("after", after);
  }

  /// The same for endpoints that insist on a type.
  Query typed() {
    if (type().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "name an instrument, or a kind of them with --instType");
    }
    return query(type());
  }

  /// Says that there are none of what was asked for.
  static String none(Query query, String what) {
    String type = query.values().getOrDefault("instType", "");
    return "No " + (type.isEmpty() ? "" : type + " ") + what + " in that window.";
  }

  private Optional<String> type() {
    return Optional.ofNullable(instType)
        .or(() -> instrument.value().map(id -> InstType.byForm(id).name()));
  }
}
