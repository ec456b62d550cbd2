package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// GET account/max-size and account/max-avail-size. For spot and margin, `maxSell` is in base
/// currency: what an order can really sell.
record SizeReads(Session session) {
  private static final int MOST = 5;

  Result maxSize(Call call) {
    return each(call, (instrument, mode) -> maxSize(call, instrument, mode));
  }

  Result maxAvailable(Call call) {
    return each(call, (instrument, mode) -> available(instrument, mode));
  }

  private interface Sizer {
    ObjectNode size(Instrument instrument, TdMode mode);
  }

  private Result each(Call call, Sizer sizer) {
    Query query = new Query(call);
    query.required("instId");
    TdMode mode =
        TdMode.of(query.required("tdMode")).orElseThrow(() -> Refused.parameter("tdMode"));
    Function<Instrument, ObjectNode> row =
        instrument -> {
          if (instrument.instType().contracts() && mode == TdMode.CASH) {
            throw Refused.because("51010", "Not in this account mode");
          }
          Coins.ccy(new Fields(parameters(call)), instrument, type(instrument, mode), mode);
          return sizer.size(instrument, mode);
        };
    List<Instrument> asked = query.list("instId", MOST).stream().map(session::instrument).toList();
    return Result.of(Row.list(asked.stream().map(row).toList()));
  }

  private ObjectNode maxSize(Call call, Instrument instrument, TdMode mode) {
    Row row = new Row().text("instId", instrument.instId());
    if (type(instrument, mode) == InstType.SPOT) {
      BigDecimal px = price(call).orElse(session.prices(instrument).last());
      BigDecimal quote = session.funds().of(instrument.quoteCcy()).availBal();
      BigDecimal base = session.funds().of(instrument.baseCcy()).availBal();
      return row.text("ccy", instrument.baseCcy())
          .number("maxBuy", Decimals.floorTo(Decimals.divide(quote, px), instrument.lotSz()))
          .number("maxSell", Decimals.floorTo(base, instrument.lotSz()))
          .build();
    }
    boolean margin = type(instrument, mode) == InstType.MARGIN;
    return row.text("ccy", margin ? instrument.baseCcy() : instrument.settleCcy())
        .number("maxBuy", contracts(call, instrument, mode, Side.BUY))
        .number("maxSell", contracts(call, instrument, mode, Side.SELL))
        .build();
  }

  /// What margin and fee allow to open, and in net mode what would be closed before.
  private BigDecimal contracts(Call call, Instrument instrument, TdMode mode, Side side) {
    BigDecimal px = price(call).orElseGet(() -> reference(instrument, side));
    BigDecimal each = each(call, instrument, mode, side, px);
    BigDecimal free = free(instrument, mode, side);
    BigDecimal opens = Decimals.floorTo(Decimals.divide(free, each), instrument.lotSz());
    BigDecimal closes =
        session
            .account()
            .legs()
            .open(new LegKey(instrument.instId(), mode, PosSide.NET))
            .filter(leg -> leg.sign() != side.sign())
            .map(Leg::size)
            .orElse(BigDecimal.ZERO);
    return opens.add(closes);
  }

  /// The price limit for contracts, the last price for what has none.
  private BigDecimal reference(Instrument instrument, Side side) {
    boolean limited = instrument.instType().contracts() && !Options.option(instrument);
    return limited ? session.band(instrument).edge(side) : session.prices(instrument).last();
  }

  /// What one more of it takes.
  private BigDecimal each(Call call, Instrument instrument, TdMode mode, Side side, BigDecimal px) {
    if (Options.option(instrument)) {
      return Options.reserve(instrument, new Contracts.Lot(px, BigDecimal.ONE), side);
    }
    BigDecimal lever = positive(call, "leverage").orElseGet(() -> lever(instrument, mode, side));
    BigDecimal share =
        Decimals.divide(BigDecimal.ONE, lever).subtract(Fees.taker(type(instrument, mode)));
    return Contracts.value(instrument, BigDecimal.ONE, px).multiply(share);
  }

  private BigDecimal free(Instrument instrument, TdMode mode, Side side) {
    Funds.State state = session.funds().of(Contracts.settlement(instrument));
    return FundsCheck.available(state, instrument, mode, side).max(BigDecimal.ZERO);
  }

  private static InstType type(Instrument instrument, TdMode mode) {
    return Coins.traded(instrument, mode);
  }

  private static ObjectNode parameters(Call call) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    call.parameter("ccy").ifPresent(ccy -> body.put("ccy", ccy));
    return body;
  }

  private ObjectNode available(Instrument instrument, TdMode mode) {
    Row row = new Row().text("instId", instrument.instId());
    if (type(instrument, mode) == InstType.SPOT) {
      return row.number("availBuy", session.funds().of(instrument.quoteCcy()).availBal())
          .number("availSell", session.funds().of(instrument.baseCcy()).availBal())
          .build();
    }
    BigDecimal sell = free(instrument, mode, Side.SELL);
    boolean inBase = type(instrument, mode) == InstType.MARGIN && mode == TdMode.ISOLATED;
    return row.number("availBuy", free(instrument, mode, Side.BUY))
        .number("availSell", inBase ? coins(instrument, sell) : sell)
        .build();
  }

  private BigDecimal coins(Instrument instrument, BigDecimal quote) {
    return Decimals.floorTo(
        Decimals.divide(quote, session.prices(instrument).last()), instrument.lotSz());
  }

  /// That of the leg which such an order opens.
  private BigDecimal lever(Instrument instrument, TdMode mode, Side side) {
    Profile profile = session.account().profile();
    PosSide leg = side == Side.BUY ? PosSide.LONG : PosSide.SHORT;
    boolean net = profile.posMode() == PosMode.NET || !instrument.instType().hedged();
    return profile.lever(instrument, mode, net ? PosSide.NET : leg);
  }

  private static Optional<BigDecimal> price(Call call) {
    return positive(call, "px");
  }

  private static Optional<BigDecimal> positive(Call call, String name) {
    return call.parameter(name)
        .map(
            text ->
                Decimals.parse(text)
                    .filter(value -> value.signum() > 0)
                    .orElseThrow(() -> Refused.parameter(name)));
  }
}
