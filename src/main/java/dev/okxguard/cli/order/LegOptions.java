package dev.okxguard.cli.order;

import dev.okxguard.cli.option.MgnModes;
import dev.okxguard.cli.option.PosSides;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which leg of a position; only needed where several are open.
final class LegOptions {
  @Option(
      names = "--posSide",
      description = "${COMPLETION-CANDIDATES}; where both legs of long/short mode are open",
      converter = PosSides.class,
      completionCandidates = PosSides.class)
  private String posSide;

  @Option(
      names = "--mgnMode",
      description = "${COMPLETION-CANDIDATES}; where both are open",
      converter = MgnModes.class,
      completionCandidates = MgnModes.class)
  private String mgnMode;

  @Option(
      names = "--ccy",
      paramLabel = "CCY",
      description = "margin currency, where a pair has margin positions in several")
  private String ccy;

  boolean given() {
    return posSide != null || mgnMode != null || ccy != null;
  }

  Optional<PosSide> posSide() {
    return Optional.ofNullable(posSide).flatMap(PosSide::of);
  }

  Optional<TdMode> mgnMode() {
    return Optional.ofNullable(mgnMode).flatMap(TdMode::of);
  }

  Optional<String> ccy() {
    return Optional.ofNullable(ccy);
  }
}
