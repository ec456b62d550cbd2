package dev.okxguard.cli.order;

import dev.okxguard.cli.option.RiskConverter;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Size;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The size of an order, in one of the units people think in.
public final class SizeOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"--sz", "--size"},
      description =
          "size in OKX's unit: contracts; base currency for spot;"
              + " quote currency for a spot market buy unless --tgtCcy base_ccy")
  private BigDecimal sz;

  @Option(
      names = "--usd",
      paramLabel = "AMOUNT",
      description = "worth at most so many US dollars, at the worse of limit and market")
  private BigDecimal usd;

  @Option(
      names = "--base",
      paramLabel = "AMOUNT",
      description = "at most so much of the coin, for example 0.01 BTC, whatever the instrument")
  private BigDecimal base;

  @Option(names = "--contracts", paramLabel = "N", description = "at most so many contracts")
  private BigDecimal contracts;

  @Option(
      names = "--risk",
      paramLabel = "RISK",
      converter = RiskConverter.class,
      description =
          "lose at most that at the stop-loss (--sl), before fees:"
              + " 1%% or 0.01 of the equity, or 25usd")
  private Size risk;

  /// The size given.
  ///
  /// @param stopped whether the order has a stop-loss
  Size size(InstType type, boolean stopped) {
    Map<String, Size> given = given();
    if (given.size() != 1) {
      throw usage(
          given.isEmpty()
              ? "an order needs a size: --sz, --usd, --base, --contracts or --risk"
              : "give one size, not " + String.join(" and ", given.keySet()));
    }
    if (contracts != null && !type.contracts()) {
      throw usage("spot is not counted in contracts: use --sz, --base or --usd");
    }
    if (type == InstType.OPTION && (usd != null || risk != null)) {
      throw usage("options are sized by --sz, --contracts or --base");
    }
    if (risk != null && !stopped) {
      throw usage("--risk needs a stop-loss: add --sl");
    }
    return given.values().iterator().next();
  }

  private Map<String, Size> given() {
    Map<String, Size> given = new LinkedHashMap<>();
    put(given, "--sz", sz, Size.Exact::new);
    put(given, "--usd", usd, Size.Usd::new);
    put(given, "--base", base, Size.Base::new);
    put(given, "--contracts", contracts, Size.Contracts::new);
    Optional.ofNullable(risk).ifPresent(size -> given.put("--risk", size));
    return given;
  }

  private void put(
      Map<String, Size> given, String option, BigDecimal amount, Function<BigDecimal, Size> size) {
    if (amount == null) {
      return;
    }
    if (amount.signum() <= 0) {
      throw usage(option + " must be above zero");
    }
    given.put(option, size.apply(amount));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
