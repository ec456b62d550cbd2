package dev.okxguard.cli.order;

import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.OrdTypes;
import dev.okxguard.cli.option.PosSides;
import dev.okxguard.cli.option.PriceTypes;
import dev.okxguard.cli.option.Sides;
import dev.okxguard.cli.option.SizeUnits;
import dev.okxguard.cli.option.TdModes;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import dev.okxguard.model.Size;
import dev.okxguard.model.TdMode;
import dev.okxguard.trade.PlaceRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The options that describe an order; the same for placing, previewing and checking.
public final class OrderOptions {
  /// What OKX builds its ids of.
  private static final Pattern INSTRUMENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(names = "--side", completionCandidates = Sides.class, description = "buy or sell")
  private String side;

  @Option(
      names = {"--ordType", "--type"},
      completionCandidates = OrdTypes.class,
      description =
          "market, limit, post_only, fok, ioc or optimal_limit_ioc;"
              + " without it: limit when --px is given, else market")
  private String ordType;

  @Mixin private SizeOptions size = new SizeOptions();

  @Option(
      names = {"--px", "--price"},
      description = "price, for every type but market")
  private BigDecimal px;

  @Option(
      names = "--tdMode",
      completionCandidates = TdModes.class,
      description = "cash, cross or isolated; default cash for spot, cross for contracts")
  private String tdMode;

  @Option(
      names = "--posSide",
      completionCandidates = PosSides.class,
      description = "long or short, in long/short mode only")
  private String posSide;

  @Option(
      names = "--reduceOnly",
      arity = "0..1",
      fallbackValue = "true",
      description = "never open or turn a position")
  private Boolean reduceOnly;

  @Option(
      names = "--tgtCcy",
      completionCandidates = SizeUnits.class,
      description = "base_ccy or quote_ccy; spot market orders only")
  private String tgtCcy;

  @Option(
      names = {"--tpTriggerPx", "--tp"},
      description = "take-profit trigger price")
  private BigDecimal tpTriggerPx;

  @Option(names = "--tpOrdPx", description = "take-profit order price; -1, the default, is market")
  private BigDecimal tpOrdPx;

  @Option(
      names = {"--slTriggerPx", "--sl"},
      description = "stop-loss trigger price")
  private BigDecimal slTriggerPx;

  @Option(names = "--slOrdPx", description = "stop-loss order price; -1, the default, is market")
  private BigDecimal slOrdPx;

  @Option(
      names = "--tpTriggerPxType",
      paramLabel = "PRICE",
      description = "which price it watches: one of ${COMPLETION-CANDIDATES}",
      converter = PriceTypes.class,
      completionCandidates = PriceTypes.class)
  private String tpTriggerPxType;

  @Option(
      names = "--slTriggerPxType",
      paramLabel = "PRICE",
      description = "which price it watches: one of ${COMPLETION-CANDIDATES}",
      converter = PriceTypes.class,
      completionCandidates = PriceTypes.class)
  private String slTriggerPxType;

  @Option(
      names = "--intent-id",
      paramLabel = "KEY",
      description = "your own name for this order: repeating the command with it never places two")
  private String intentId;

  /// Whether nothing at all was said about an order.
  public boolean bare() {
    ParseResult line = spec.commandLine().getParseResult();
    return line.matchedPositionals().isEmpty()
        && line.matchedOptions().stream().allMatch(OptionSpec::inherited);
  }

  /// The order asked for.
  public PlaceRequest request() {
    if (side == null) {
      throw usage("an order needs --side");
    }
    String instId = instrument();
    InstType type = InstType.byForm(instId);
    Size said = size.size(type, slTriggerPx != null);
    BigDecimal sz = said instanceof Size.Exact(var exact) ? exact : BigDecimal.ZERO;
    return new PlaceRequest(draft(instId, type, sz), said, key());
  }

  private OrderDraft draft(String instId, InstType type, BigDecimal sz) {
    OrdType kind =
        ordType == null
            ? (px == null ? OrdType.MARKET : OrdType.LIMIT)
            : word("--ordType", ordType, OrdType::of, OrdType.values(), OrdType::word);
    return new OrderDraft(
        type,
        instId,
        tdMode == null
            ? (type.contracts() ? TdMode.CROSS : TdMode.CASH)
            : word("--tdMode", tdMode, TdMode::of, TdMode.values(), TdMode::word),
        word("--side", side, Side::of, Side.values(), Side::word),
        leg(type),
        kind,
        sz,
        price(kind),
        Boolean.TRUE.equals(reduceOnly),
        target(type, kind),
        stop());
  }

  private String instrument() {
    String instId = instrument.required();
    if (!INSTRUMENT.matcher(instId).matches()) {
      throw usage("'" + instId + "' is no instrument id; those are like BTC-USDT or BTC-USDT-SWAP");
    }
    return instId;
  }

  private PosSide leg(InstType type) {
    if (posSide == null) {
      return PosSide.NET;
    }
    if (!type.contracts()) {
      throw usage("--posSide is for contracts only");
    }
    return word("--posSide", posSide, PosSide::of, PosSide.values(), PosSide::word);
  }

  private Optional<BigDecimal> price(OrdType kind) {
    if (kind.priced() && px == null) {
      throw usage("a " + kind.word() + " order needs --px");
    }
    if (!kind.priced() && px != null) {
      throw usage("a " + kind.word() + " order takes no --px");
    }
    return Optional.ofNullable(px).map(price -> positive("--px", price));
  }

  private String target(InstType type, OrdType kind) {
    if (tgtCcy == null) {
      return "";
    }
    if (!tgtCcy.equals("base_ccy") && !tgtCcy.equals("quote_ccy")) {
      throw usage("--tgtCcy must be base_ccy or quote_ccy");
    }
    if (type.contracts() || kind != OrdType.MARKET) {
      throw usage("--tgtCcy is for spot market orders only");
    }
    return tgtCcy;
  }

  private Optional<AttachedStop> stop() {
    needsTrigger("tp", tpTriggerPx, tpOrdPx, tpTriggerPxType);
    needsTrigger("sl", slTriggerPx, slOrdPx, slTriggerPxType);
    if (tpTriggerPx == null && slTriggerPx == null) {
      return Optional.empty();
    }
    return Optional.of(
        new AttachedStop(
            Optional.ofNullable(tpTriggerPx).map(value -> positive("--tpTriggerPx", value)),
            Optional.ofNullable(tpOrdPx).map(value -> orMarket("--tpOrdPx", value)),
            Optional.ofNullable(slTriggerPx).map(value -> positive("--slTriggerPx", value)),
            Optional.ofNullable(slOrdPx).map(value -> orMarket("--slOrdPx", value)),
            priceType(tpTriggerPxType),
            priceType(slTriggerPxType)));
  }

  private void needsTrigger(String leg, BigDecimal trigger, BigDecimal ordPx, String pxType) {
    if (trigger == null && (ordPx != null || pxType != null)) {
      String option = "--" + leg + (ordPx != null ? "OrdPx" : "TriggerPxType");
      throw usage(option + " needs --" + leg + "TriggerPx");
    }
  }

  private static PriceType priceType(String word) {
    return word == null ? PriceType.LAST : PriceType.of(word).orElseThrow();
  }

  private BigDecimal orMarket(String option, BigDecimal value) {
    return AttachedStop.atMarket(value) ? value : positive(option, value);
  }

  private Optional<String> key() {
    return IntentKey.of(intentId, flaw -> usage("--intent-id " + flaw));
  }

  private BigDecimal positive(String option, BigDecimal value) {
    if (value.signum() <= 0) {
      throw usage(option + " must be above zero");
    }
    return value;
  }

  private <T> T word(
      String option,
      String text,
      Function<String, Optional<T>> reader,
      T[] values,
      Function<T, String> words) {
    return reader
        .apply(text)
        .orElseThrow(
            () ->
                usage(
                    option
                        + " must be one of "
                        + Arrays.stream(values).map(words).collect(Collectors.joining(", "))
                        + ", not '"
                        + text
                        + "'"));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
