package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.PosSides;
import dev.okxguard.cli.option.Sides;
import dev.okxguard.cli.option.SizeUnits;
import dev.okxguard.cli.option.TdModes;
import dev.okxguard.cli.order.IntentKey;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.trade.AlgoPlaceRequest;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options that every algo order to be placed has.
final class Subject {
  /// What OKX builds its ids of.
  private static final Pattern INSTRUMENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(
      names = "--side",
      paramLabel = "SIDE",
      description = "one of ${COMPLETION-CANDIDATES}, of the order to be placed",
      converter = Sides.class,
      completionCandidates = Sides.class)
  private String side;

  @Option(
      names = {"--sz", "--size"},
      description =
          "size in OKX's unit: contracts; base currency for spot;"
              + " quote currency for a spot market buy unless --tgtCcy base_ccy")
  private BigDecimal sz;

  @Option(
      names = "--closeFraction",
      paramLabel = "1",
      description = "1: close whatever the position is by then, instead of --sz")
  private BigDecimal closeFraction;

  @Option(
      names = "--tdMode",
      paramLabel = "MODE",
      description =
          "one of ${COMPLETION-CANDIDATES}; cash for spot and cross for contracts when not given",
      converter = TdModes.class,
      completionCandidates = TdModes.class)
  private String tdMode;

  @Option(
      names = "--posSide",
      paramLabel = "SIDE",
      description = "one of ${COMPLETION-CANDIDATES}; in long/short mode only",
      converter = PosSides.class,
      completionCandidates = PosSides.class)
  private String posSide;

  @Option(
      names = "--reduceOnly",
      arity = "0..1",
      fallbackValue = "true",
      description = "never open or turn a position")
  private Boolean reduceOnly;

  @Option(
      names = "--cxlOnClosePos",
      arity = "0..1",
      fallbackValue = "true",
      description = "goes away when the position is closed by other means")
  private Boolean cxlOnClosePos;

  @Option(
      names = "--tgtCcy",
      completionCandidates = SizeUnits.class,
      description = "base_ccy or quote_ccy; spot orders at market only")
  private String tgtCcy;

  @Option(names = "--ccy", paramLabel = "CCY", description = "margin currency")
  private String ccy;

  @Option(
      names = "--intent-id",
      paramLabel = "KEY",
      description = "your own name for it: repeating the command with it never places two")
  private String intentId;

  @Option(
      names = "--dry-run",
      description = "show what would be sent and what the guard says; sends nothing")
  private boolean dryRun;

  boolean dryRun() {
    return dryRun;
  }

  AlgoPlaceRequest request(Terms terms) {
    return new AlgoPlaceRequest(draft(terms), key());
  }

  private AlgoDraft draft(Terms terms) {
    String instId = instrument();
    InstType type = InstType.byForm(instId);
    if (side == null) {
      throw usage("an algo order needs --side");
    }
    TdMode usual = type.contracts() ? TdMode.CROSS : TdMode.CASH;
    return new AlgoDraft(
        type,
        instId,
        Optional.ofNullable(tdMode).flatMap(TdMode::of).orElse(usual),
        Side.of(side).orElseThrow(),
        leg(type),
        terms.type(),
        size(),
        Boolean.TRUE.equals(reduceOnly),
        Boolean.TRUE.equals(cxlOnClosePos),
        target(type),
        ccy == null ? "" : ccy,
        terms.stop(),
        terms.triggerPx(),
        terms.ordPx(),
        terms.triggerPriceType(),
        terms.callbackRatio(),
        terms.callbackSpread(),
        terms.activePx());
  }

  private String instrument() {
    String instId = instrument.required();
    if (!INSTRUMENT.matcher(instId).matches()) {
      throw usage("'" + instId + "' is no instrument id; those are like BTC-USDT or BTC-USDT-SWAP");
    }
    return instId;
  }

  private PosSide leg(InstType type) {
    if (posSide != null && !type.contracts()) {
      throw usage("--posSide is for contracts only");
    }
    return Optional.ofNullable(posSide).flatMap(PosSide::of).orElse(PosSide.NET);
  }

  private Optional<BigDecimal> size() {
    if ((sz == null) == (closeFraction == null)) {
      throw usage("an algo order needs one of --sz and --closeFraction 1");
    }
    if (closeFraction != null && closeFraction.compareTo(BigDecimal.ONE) != 0) {
      throw usage("--closeFraction takes 1, the whole position, and nothing else");
    }
    if (sz != null && sz.signum() <= 0) {
      throw usage("--sz must be above zero");
    }
    return Optional.ofNullable(sz);
  }

  private String target(InstType type) {
    if (tgtCcy == null) {
      return "";
    }
    if (!tgtCcy.equals("base_ccy") && !tgtCcy.equals("quote_ccy")) {
      throw usage("--tgtCcy must be base_ccy or quote_ccy");
    }
    if (type.contracts()) {
      throw usage("--tgtCcy is for spot only");
    }
    return tgtCcy;
  }

  private Optional<String> key() {
    return IntentKey.of(intentId, flaw -> usage("--intent-id " + flaw));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
