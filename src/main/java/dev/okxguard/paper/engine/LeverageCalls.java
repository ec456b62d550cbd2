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
            .map(this::contract)
            .flatMap(instrument -> sides().map(side -> row(instrument, mode, side)))
            .toList();
    return Result.of(Row.list(rows));
  }

  Result set(Call call) {
    Fields body = new Fields(call.body());
    BigDecimal lever = body.positive("lever").orElseThrow(() -> Refused.parameter("lever"));
    TdMode mode = mode(body.text("mgnMode"));
    Instrument instrument = contract(body.required("instId"));
    PosSide side = side(mode, body);
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
            .text("posSide", netMode() ? "net" : shown == PosSide.NET ? "" : shown.word());
    return Result.of(Row.list(List.of(row.build())));
  }

  private Profile profile() {
    return session.account().profile();
  }

  private boolean netMode() {
    return profile().posMode() == PosMode.NET;
  }

  private Stream<PosSide> sides() {
    return netMode() ? Stream.of(PosSide.NET) : Stream.of(PosSide.LONG, PosSide.SHORT);
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

  private Instrument contract(String instId) {
    Instrument instrument = session.instrument(instId);
    if (instrument.instType() != InstType.SWAP && instrument.instType() != InstType.FUTURES) {
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
  private PosSide side(TdMode mode, Fields body) {
    if (netMode() || mode == TdMode.CROSS) {
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
    if (instrument.lever().map(most -> lever.compareTo(most) > 0).orElse(false)) {
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
    boolean pending =
        !session
            .account()
            .orders()
            .pending(terms -> terms.tdMode() == mode && sharesLeverage(instrument, mode, terms))
            .isEmpty();
    if (pending) {
      throw mode == TdMode.ISOLATED
          ? Refused.because("59101", "Isolated orders are pending; leverage stays")
          : Refused.because("59107", "Cross orders are pending; leverage stays");
    }
  }
}
