package dev.okxguard.paper.engine;

import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// POST account/position/margin-balance: moves cash into or out of one isolated position.
record MarginCalls(Session session) {

  Result move(Call call) {
    Fields body = new Fields(call.body());
    String instId = session.instrument(body.required("instId")).instId();
    PosSide side =
        PosSide.of(body.required("posSide")).orElseThrow(() -> Refused.parameter("posSide"));
    boolean add = adds(body);
    BigDecimal amt = body.positive("amt").orElseThrow(() -> Refused.parameter("amt"));
    Leg leg =
        session
            .account()
            .legs()
            .open(new LegKey(instId, TdMode.ISOLATED, side))
            .orElseThrow(
                () -> Refused.because("59300", "Margin adjustment failed. No such position."));
    BigDecimal most = add ? session.funds().of(leg.ccy()).availBal() : spare(leg);
    if (amt.compareTo(most) > 0) {
      throw Refused.because("59301", "Margin adjustment failed. It exceeds the maximum.");
    }
    book(session, leg, add ? amt : amt.negate());
    Row row =
        new Row()
            .text("instId", instId)
            .text("posSide", side.word())
            .text("type", add ? "add" : "reduce")
            .text("ccy", leg.ccy())
            .number("amt", amt)
            .blank("leverage");
    return Result.of(Row.list(List.of(row.build())));
  }

  private static boolean adds(Fields body) {
    return switch (body.required("type")) {
      case "add" -> true;
      case "reduce" -> false;
      default -> throw Refused.parameter("type");
    };
  }

  /// What the position can give back: the rest must carry it at its leverage, losses counted and
  /// profits not.
  private BigDecimal spare(Leg leg) {
    Valued valued = Valued.of(session, leg);
    BigDecimal equity = leg.margin().add(valued.upl().min(BigDecimal.ZERO));
    BigDecimal entry = Contracts.money(valued.entryMargin());
    // Of options the entry value is the premium, which is no part of what is set aside.
    return equity.subtract(valued.option() ? valued.imr().add(entry) : valued.imr().max(entry));
  }

  /// Moves cash into an isolated position's margin, or out of it when negative.
  static void book(Session session, Leg leg, BigDecimal change) {
    String subType = change.signum() > 0 ? "160" : "161";
    Leg after = leg.withMargin(leg.margin().add(change), session.now());
    Bill.Cause cause = Bill.Cause.moved(after, change);
    Ledger.Entry entry = new Ledger.Entry("6", subType, Optional.of(cause));
    session.account().ledger().post(entry, leg.ccy(), change.negate(), session.now());
    session.account().legs().put(after);
  }
}
