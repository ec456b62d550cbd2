package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// GET account/leverage-info and POST account/set-leverage.
record LeverageCalls(Session session) {
  private static final int MOST = 20;

  Result info(Call call) {
    Query query = new Query(call);
    TdMode mode = mode(Optional.of(query.required("mgnMode")));
    query.required("instId");
    List<ObjectNode> rows =
        query.list("instId", MOST).stream()
            .map(this::leveraged)
            .flatMap(instrument -> sides(instrument).map(side -> row(instrument, mode, side)))
            .toList();
    return Result.of(Row.list(rows));
  }

  Result set(Call call) {
    Fields body = new Fields(call.body());
    BigDecimal lever = body.positive("lever").orElseThrow(() -> Refused.parameter("lever"));
    TdMode mode = mode(body.text("mgnMode"));
    Instrument instrument = leveraged(body.required("instId"));
    PosSide side = side(instrument, mode, body);
    refuseOutOfBounds(instrument, lever);
    if (!Decimals.same(lever, profile().lever(instrument, mode, side))) {
      refusePending(instrument, mode);
      new Releverage(session, instrument, mode, side).to(lever);
    }
    PosSide shown = mode == TdMode.ISOLATED ? side : PosSide.NET;
    Row row =
        new Row()
            .number("lever", lever)
            .text("mgnMode", mode.word())
            .text("instId", instrument.instId())
            .text(
                "posSide", netMode(instrument) ? "net" : shown == PosSide.NET ? "" : shown.word());
    return Result.of(Row.list(List.of(row.build())));
  }

  private Profile profile() {
    return session.account().profile();
  }

  /// Margin positions have no legs, whatever the account's mode.
  private boolean netMode(Instrument instrument) {
    return profile().posMode() == PosMode.NET || !instrument.instType().contracts();
  }

  private Stream<PosSide> sides(Instrument instrument) {
    return netMode(instrument) ? Stream.of(PosSide.NET) : Stream.of(PosSide.LONG, PosSide.SHORT);
  }

  private ObjectNode row(Instrument instrument, TdMode mode, PosSide side) {
    return new Row()
        .blank("ccy")
        .text("instId", instrument.instId())
        .text("mgnMode", mode.word())
        .text("posSide", side.word())
        .number("lever", profile().lever(instrument, mode, side))
        .build();
  }

  private Instrument leveraged(String instId) {
    Instrument instrument = session.instrument(instId);
    if (Options.option(instrument)) {
      throw Refused.because("51010", "Not in this account mode");
    }
    return instrument;
  }

  private static TdMode mode(Optional<String> word) {
    return word.flatMap(TdMode::of)
        .filter(mode -> mode == TdMode.CROSS || mode == TdMode.ISOLATED)
        .orElseThrow(() -> Refused.parameter("mgnMode"));
  }

  /// The side is needed for isolated legs alone.
  private PosSide side(Instrument instrument, TdMode mode, Fields body) {
    if (netMode(instrument) || mode == TdMode.CROSS) {
      return PosSide.NET;
    }
    return body.text("posSide")
        .flatMap(PosSide::of)
        .filter(side -> side != PosSide.NET)
        .orElseThrow(() -> Refused.parameter("posSide"));
  }

  private static void refuseOutOfBounds(Instrument instrument, BigDecimal lever) {
    if (lever.compareTo(BigDecimal.ONE) < 0) {
      throw Refused.because("59105", "lever below 1").status(400);
    }
    if (lever.compareTo(Coins.greatestLever(instrument)) > 0) {
      throw Refused.because("59102", "lever above the maximum");
    }
  }

  /// Cross futures have one leverage for their whole family.
  private boolean sharesLeverage(Instrument instrument, TdMode mode, Terms terms) {
    if (mode == TdMode.CROSS && instrument.instType() == InstType.FUTURES) {
      Instrument other = session.instrument(terms.instId());
      return other.instType() == InstType.FUTURES
          && other.instFamily().equals(instrument.instFamily());
    }
    return terms.instId().equals(instrument.instId());
  }

  private void refusePending(Instrument instrument, TdMode mode) {
    Predicate<Terms> affected =
        terms -> terms.tdMode() == mode && sharesLeverage(instrument, mode, terms);
    boolean isolated = mode == TdMode.ISOLATED;
    if (!session.account().orders().pending(affected).isEmpty()) {
      throw isolated
          ? Refused.because("59101", "Isolated orders are pending; leverage stays")
          : Refused.because("59107", "Cross orders are pending; leverage stays");
    }
    if (session.account().algos().live().stream()
        .map(algo -> algo.terms().order())
        .anyMatch(affected)) {
      throw isolated
          ? Refused.because("59668", "Isolated algos are live; leverage stays")
          : Refused.because("59669", "Cross algos are live; leverage stays");
    }
  }
}
