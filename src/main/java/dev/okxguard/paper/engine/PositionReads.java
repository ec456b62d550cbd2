package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// GET account/positions.
record PositionReads(Session session) {
  private static final int INSTRUMENTS = 10;
  private static final int IDS = 20;

  /// Newest first; a leg that opens anew keeps its posId.
  private static final Comparator<Leg> ORDER =
      Comparator.comparing(Leg::flat)
          .thenComparing(Leg::created, Comparator.reverseOrder())
          .thenComparing(Leg::posId, Comparator.reverseOrder());

  /// Open legs, and after them closed ones when asked for by instrument or id: clients that want
  /// one position take the first row.
  Result positions(Call call) {
    Query query = new Query(call);
    List<String> instruments = query.list("instId", INSTRUMENTS);
    List<String> ids = query.list("posId", IDS);
    Optional<String> type = query.type();
    List<Scope> scopes = Scope.all(session);
    boolean named = !instruments.isEmpty() || !ids.isEmpty();
    List<ObjectNode> rows =
        session.account().legs().all().stream()
            .filter(leg -> named ? !leg.gone(session.now()) : !leg.flat())
            .filter(leg -> instruments.isEmpty() || instruments.contains(leg.instId()))
            .filter(leg -> ids.isEmpty() || ids.contains(leg.posId()))
            .filter(leg -> type.map(leg.instType().name()::equals).orElse(true))
            .sorted(ORDER)
            .map(leg -> row(leg, scopes))
            .toList();
    return Result.of(Row.list(rows));
  }

  private ObjectNode row(Leg leg, List<Scope> scopes) {
    Valued valued = Valued.of(session, leg);
    Row row =
        new Row()
            .text("instType", leg.instType().name())
            .text("instId", leg.instId())
            .text("mgnMode", leg.mgnMode().word())
            .text("posSide", leg.posSide().word())
            .text("posId", leg.posId())
            .text("ccy", leg.ccy())
            .number("pos", leg.pos())
            .number("lever", valued.lever())
            .text("tradeId", leg.tradeId())
            .time("cTime", leg.created())
            .time("uTime", leg.updated())
            .number("realizedPnl", leg.realized())
            .number("pnl", leg.pnl())
            .number("fee", leg.fee())
            .number("fundingFee", leg.unasked().funding())
            .number("liqPenalty", leg.unasked().penalty())
            .zero("adl")
            .node("closeOrderAlgo", Row.list(closing(leg)));
    return special(absent(margin(prices(row, valued), valued, scopes)), valued).build();
  }

  /// What only margin and option positions have.
  private Row special(Row row, Valued valued) {
    return switch (valued.leg().instType()) {
      case MARGIN -> Coins.put(row, valued.leg(), valued.instrument());
      case OPTION ->
          Options.put(row, valued, session.market().usd(valued.leg().ccy(), session.now()));
      case SPOT, SWAP, FUTURES, EVENTS -> row;
    };
  }

  /// Algo orders that close the whole leg.
  private List<ObjectNode> closing(Leg leg) {
    return session.account().algos().live().stream()
        .filter(algo -> algo.terms().closesAll())
        .filter(algo -> algo.terms().order().leg().equals(leg.key()))
        .map(
            algo -> {
              Row row = new Row().text("algoId", algo.algoId()).text("closeFraction", "1");
              AlgoTerms terms = algo.terms();
              return Target.put(Target.put(row, "tp", terms.tp()), "sl", terms.sl()).build();
            })
        .toList();
  }

  private Row prices(Row row, Valued valued) {
    Leg leg = valued.leg();
    BigDecimal usd = session.market().usd(leg.ccy(), session.now());
    Optional<BigDecimal> entry = leg.flat() ? Optional.empty() : Optional.of(valued.entryMargin());
    return row.number("avgPx", leg.flat() ? Optional.empty() : Optional.of(leg.avgPx()))
        .number("markPx", valued.prices().mark())
        .number("last", valued.prices().last())
        .number("idxPx", valued.prices().index())
        .number("usdPx", usd)
        .number("notionalUsd", valued.usd(usd))
        .number("upl", valued.upl())
        .number("uplRatio", entry.map(m -> Decimals.divide(valued.upl(), m)))
        .number("uplLastPx", valued.uplLast())
        .number("uplRatioLastPx", entry.map(m -> Decimals.divide(valued.uplLast(), m)));
  }

  private Row margin(Row row, Valued valued, List<Scope> scopes) {
    Leg leg = valued.leg();
    if (leg.isolated()) {
      row.blank("imr").number("margin", leg.margin());
    } else {
      row.blank("margin").number("imr", valued.imr());
    }
    if (leg.flat()) {
      return row.zero("mmr").blank("mgnRatio", "liqPx");
    }
    Scope scope = Scope.of(leg, scopes);
    return row.number("mmr", Exposure.of(session, leg).mmr(valued.prices().mark()))
        .number("mgnRatio", scope.margin(session).ratio())
        .number("liqPx", scope.liqPx(session, leg));
  }

  private static Row absent(Row row) {
    return row.blank(
        "availPos",
        "baseBal",
        "baseBorrowed",
        "baseInterest",
        "bePx",
        "bizRefId",
        "bizRefType",
        "clSpotInUseAmt",
        "deltaBS",
        "deltaPA",
        "gammaBS",
        "gammaPA",
        "hedgedPos",
        "interest",
        "liab",
        "liabCcy",
        "maxSpotInUseAmt",
        "nonSettleAvgPx",
        "optVal",
        "pendingCloseOrdLiabVal",
        "posCcy",
        "quoteBal",
        "quoteBorrowed",
        "quoteInterest",
        "settledPnl",
        "spotInUseAmt",
        "spotInUseCcy",
        "thetaBS",
        "thetaPA",
        "vegaBS",
        "vegaPA");
  }
}
