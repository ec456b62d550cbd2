package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads one order of a request: the first half of the checks, those that need the request alone.
record OrderForm(Session session, Fields body) {
  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9]{1,32}");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9]{1,16}");

  /// The instrument ordered, in a state that takes orders.
  Instrument instrument() {
    Instrument instrument = session.instrument(body.required("instId"));
    if (session.delivered(instrument.instId())) {
      throw Refused.because("51027", "Instrument has expired");
    }
    switch (instrument.state()) {
      case "live" -> {}
      case "preopen" -> throw Refused.because("51021", "Instrument is not listed yet");
      case "suspend" -> throw Refused.because("51022", "Instrument is suspended");
      case "expired" -> throw Refused.because("51027", "Instrument has expired");
      case "settling" -> throw Refused.because("51029", "Instrument is in settlement");
      default -> throw Refused.because("51000", "Parameter instId error");
    }
    return instrument;
  }

  Terms terms(Instrument instrument) {
    Side side = Side.of(body.required("side")).orElseThrow(() -> Refused.parameter("side"));
    OrdType ordType = ordType(instrument.instType());
    TdMode tdMode = tdMode(instrument.instType());
    InstType type = Coins.traded(instrument, tdMode);
    PosSide posSide = posSide(type);
    String ccy = Coins.ccy(body, instrument, type, tdMode);
    String clOrdId = matching("clOrdId", CLIENT_ID);
    String tag = matching("tag", TAG);
    if (!clOrdId.isEmpty() && session.account().orders().pendingWith(clOrdId)) {
      throw Refused.because("51016", "clOrdId in use by a pending order");
    }
    Optional<BigDecimal> px = ordType.priced() ? Optional.of(px()) : Optional.empty();
    BigDecimal sz = body.positive("sz").orElseThrow(() -> Refused.parameter("sz"));
    refuseStops(type);
    return new Terms(
        instrument.instId(),
        type,
        tdMode,
        side,
        posSide,
        ordType,
        px,
        sz,
        unit(type, ordType, side),
        reduceOnly(type, posSide),
        ccy,
        clOrdId,
        tag,
        stpMode(ordType),
        leveraged(type)
            ? Optional.of(session.account().profile().lever(instrument, tdMode, posSide))
            : Optional.empty(),
        new AttachForm(session, instrument, side).read(body),
        Optional.empty());
  }

  private OrdType ordType(InstType type) {
    OrdType ordType =
        OrdType.of(body.required("ordType")).orElseThrow(() -> Refused.parameter("ordType"));
    if (type == InstType.OPTION && ordType == OrdType.MARKET) {
      throw Refused.because("51066", "Options take no market orders");
    }
    boolean possible =
        switch (ordType) {
          case MARKET, LIMIT, POST_ONLY, FOK, IOC -> true;
          case OPTIMAL_LIMIT_IOC -> type.hedged();
          case MMP, MMP_AND_POST_ONLY, RPI, OP_FOK -> false;
        };
    if (!possible) {
      throw Refused.parameter("ordType");
    }
    return ordType;
  }

  /// Futures mode: cash for spot, cross or isolated for contracts and for spot pairs on margin.
  private TdMode tdMode(InstType type) {
    TdMode mode = TdMode.of(body.required("tdMode")).orElseThrow(() -> Refused.parameter("tdMode"));
    return switch (mode) {
      case CASH -> {
        if (type.contracts()) {
          throw Refused.parameter("tdMode");
        }
        yield mode;
      }
      case CROSS, ISOLATED -> mode;
      case SPOT_ISOLATED -> throw Refused.parameter("tdMode");
    };
  }

  private static boolean leveraged(InstType type) {
    return type.hedged() || type == InstType.MARGIN;
  }

  private void refuseStops(InstType type) {
    if (type == InstType.OPTION && body.hasElements("attachAlgoOrds")) {
      throw Refused.because("51044", "TP/SL does not go with options");
    }
  }

  private PosSide posSide(InstType type) {
    if (!type.hedged()) {
      return PosSide.NET;
    }
    boolean net = session.account().profile().posMode() == PosMode.NET;
    PosSide side =
        PosSide.of(body.text("posSide").orElse("net"))
            .orElseThrow(() -> Refused.parameter("posSide"));
    if (net != (side == PosSide.NET)) {
      throw Refused.parameter("posSide");
    }
    return side;
  }

  private String matching(String name, Pattern form) {
    String text = body.textOrEmpty(name);
    if (!text.isEmpty() && !form.matcher(text).matches()) {
      throw Refused.parameter(name);
    }
    return text;
  }

  private BigDecimal px() {
    return body.positive("px").orElseThrow(() -> Refused.because("51204", "px is missing"));
  }

  private String unit(InstType type, OrdType ordType, Side side) {
    return switch (type) {
      case SPOT -> ordType == OrdType.MARKET ? tgtCcy(side) : "";
      case MARGIN -> Coins.sizeUnit(ordType, side);
      case SWAP, FUTURES, OPTION, EVENTS -> "";
    };
  }

  private String tgtCcy(Side side) {
    String asked = body.text("tgtCcy").orElse(side == Side.BUY ? "quote_ccy" : "base_ccy");
    if (!asked.equals("quote_ccy") && !asked.equals("base_ccy")) {
      throw Refused.parameter("tgtCcy");
    }
    return asked;
  }

  /// Long and short legs close by direction; there OKX ignores the flag; options do not have it.
  private boolean reduceOnly(InstType type, PosSide side) {
    boolean asked = body.flag("reduceOnly");
    if (asked && type == InstType.SPOT) {
      throw Refused.because("51205", "reduceOnly is not for this order");
    }
    return asked && side == PosSide.NET && type != InstType.OPTION;
  }

  private String stpMode(OrdType type) {
    String mode = body.text("stpMode").orElse("cancel_maker");
    if (mode.equals("cancel_both") && type == OrdType.FOK) {
      throw Refused.because("54036", "stpMode cancel_both does not go with fok");
    }
    return switch (mode) {
      case "cancel_maker", "cancel_taker", "cancel_both" -> mode;
      default -> throw Refused.parameter("stpMode");
    };
  }
}
