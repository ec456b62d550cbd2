package dev.okxguard.cli.account;

import dev.okxguard.cli.option.InstTypes;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.MgnModes;
import dev.okxguard.cli.option.Moment;
import dev.okxguard.cli.option.Query;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which bills are wanted.
final class BillFilter {
  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(
      names = "--instType",
      paramLabel = "TYPE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = InstTypes.class,
      completionCandidates = InstTypes.class)
  private String instType;

  @Option(names = "--ccy", paramLabel = "CCY", description = "one currency")
  private String ccy;

  @Option(
      names = "--mgnMode",
      paramLabel = "MODE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = MgnModes.class,
      completionCandidates = MgnModes.class)
  private String mgnMode;

  @Option(
      names = "--ctType",
      paramLabel = "TYPE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = ContractTypes.class,
      completionCandidates = ContractTypes.class)
  private String ctType;

  @Option(
      names = "--type",
      paramLabel = "N",
      description = "kind of bill by its number, for example 2 trade, 8 funding fee")
  private String type;

  @Option(names = "--subType", paramLabel = "N", description = "kind within the kind")
  private String subType;

  @Option(names = "--after", paramLabel = "BILLID", description = "only bills before this one")
  private String after;

  @Option(names = "--before", paramLabel = "BILLID", description = "only bills after this one")
  private String before;

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

  /// The parameters OKX takes.
  Query query() {
    return new Query()
        .with("instType", instType)
        .with("instId", instrument.value())
        .with("ccy", ccy)
        .with("mgnMode", mgnMode)
        .with("ctType", ctType)
        .with("type", type)
        .with("subType", subType)
        .with("after", after)
        .with("before", before)
        .with("begin", begin)
        .with("end", end);
  }
}
