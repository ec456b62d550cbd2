package dev.okxguard.cli.option;

import dev.okxguard.model.InstType;
import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// An order to be, for questions of how large it may get.
public final class Trading {
  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(
      names = "--tdMode",
      paramLabel = "MODE",
      description =
          "one of ${COMPLETION-CANDIDATES}; cash for spot and cross for contracts when not given",
      converter = TdModes.class,
      completionCandidates = TdModes.class)
  private String tdMode;

  @Option(names = "--ccy", paramLabel = "CCY", description = "margin currency")
  private String ccy;

  @Option(names = "--px", paramLabel = "PRICE", description = "price of the order")
  private BigDecimal px;

  @Option(names = "--tradeQuoteCcy", paramLabel = "CCY", description = "quote currency to trade in")
  private String tradeQuoteCcy;

  /// The parameters OKX takes.
  public Query query() {
    String instId = instrument.required();
    String mode =
        Optional.ofNullable(tdMode)
            .orElseGet(() -> InstType.byForm(instId).contracts() ? "cross" : "cash");
    return new Query()
        .with("instId", instId)
        .with("tdMode", mode)
        .with("ccy", ccy)
        .with("px", Optional.ofNullable(px).map(BigDecimal::toPlainString))
        .with("tradeQuoteCcy", tradeQuoteCcy);
  }
}
