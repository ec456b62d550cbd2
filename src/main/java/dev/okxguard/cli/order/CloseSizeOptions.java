package dev.okxguard.cli.order;

import dev.okxguard.model.Decimals;
import dev.okxguard.trade.CloseSize;
import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How much of a position to close; all of it unless said.
final class CloseSizeOptions {
  private static final int PERCENT = 2;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"--sz", "--size"},
      description = "contracts to close; never more than are held")
  private BigDecimal sz;

  @Option(
      names = "--ratio",
      paramLabel = "R",
      description = "part to close, as in 0.5 or 50%%; rounded down to the lot")
  private String ratio;

  boolean given() {
    return sz != null || ratio != null;
  }

  CloseSize size() {
    if (sz != null && ratio != null) {
      throw usage("--sz and --ratio exclude each other");
    }
    if (sz != null) {
      if (sz.signum() <= 0) {
        throw usage("--sz must be positive");
      }
      return new CloseSize.Contracts(sz);
    }
    return ratio == null ? new CloseSize.Whole() : new CloseSize.Ratio(part());
  }

  private BigDecimal part() {
    boolean percent = ratio.endsWith("%");
    Optional<BigDecimal> number =
        Decimals.parse(percent ? ratio.substring(0, ratio.length() - 1) : ratio)
            .map(n -> percent ? n.movePointLeft(PERCENT) : n);
    return number
        .filter(n -> n.signum() > 0 && n.compareTo(BigDecimal.ONE) <= 0)
        .orElseThrow(() -> usage("--ratio is above 0 and up to 1 (or 100%), not '" + ratio + "'"));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
