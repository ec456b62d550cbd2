package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import dev.okxguard.paper.market.Market.PriceType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// POST trade/amend-algos: prices and size of take-profits, stop-losses and trigger orders. A price
/// of 0 takes a leg away.
record AlgoAmendWrites(Session session) {
  private static final List<String> STOP_FIELDS =
      List.of(
          "newTpTriggerPx",
          "newTpOrdPx",
          "newTpTriggerPxType",
          "newSlTriggerPx",
          "newSlOrdPx",
          "newSlTriggerPxType");

  private static final List<String> TRIGGER_FIELDS =
      List.of("newTriggerPx", "newOrdPx", "newTriggerPxType");

  Result amend(Call call) {
    return AlgoReply.single(call.body(), this::item);
  }

  private Row item(Fields body) {
    Algo algo = AlgoWrites.find(session, body);
    if (!algo.pending()) {
      throw Refused.because("51527", "No such algo to amend");
    }
    try {
      Algo changed = algo.with(terms(algo, body), session.now());
      return AlgoReply.row(session.account().algos().put(changed))
          .text("reqId", body.textOrEmpty("reqId"));
    } catch (Refused refused) {
      if (body.flag("cxlOnFail")) {
        session.account().algos().put(algo.canceled(session.now()));
      }
      throw refused;
    }
  }

  private AlgoTerms terms(Algo algo, Fields body) {
    AlgoTerms before = algo.terms();
    refuseUnfit(before, body);
    Instrument instrument = session.instrument(algo.instId());
    TargetForm form = new TargetForm(body, instrument, before.order().side());
    AlgoTerms after =
        before.withTargets(
            leg(before.tp(), form, "Tp"),
            leg(before.sl(), form, "Sl"),
            before.trigger().map(target -> trigger(target, form)));
    if (after.targets().findAny().isEmpty()) {
      throw oneSided();
    }
    Optional<BigDecimal> sz = body.positive("newSz");
    AlgoTerms sized = sz.map(after::withSz).orElse(after);
    boolean priced = sized.targets().anyMatch(target -> target.ordPx().isPresent());
    if (priced && sized.order().quoteSized()) {
      // Its size counts quote currency, which an order with a price can't.
      throw Refused.parameter("newOrdPx");
    }
    AlgoChecks checks =
        new AlgoChecks(session, new AlgoForm(session, body, before.type(), instrument), sized);
    checks.size();
    checks.reached();
    return sized;
  }

  private static void refuseUnfit(AlgoTerms terms, Fields body) {
    boolean trigger = terms.type() == AlgoType.TRIGGER;
    if (terms.type() == AlgoType.MOVE_ORDER_STOP || body.hasElements("attachAlgoOrds")) {
      throw Refused.because("51506", "This type cannot be amended");
    }
    List<String> fields = trigger ? TRIGGER_FIELDS : STOP_FIELDS;
    boolean sized = body.text("newSz").isPresent();
    if (!sized && fields.stream().noneMatch(name -> body.text(name).isPresent())) {
      throw Refused.because("51500", "Nothing to change: newSz, newPx or TP/SL is needed");
    }
    if (terms.closesAll() && sized) {
      throw Refused.because("51524", "A closeFraction stop has no size");
    }
    if (terms.closesAll() && (priced(body, "newTpOrdPx") || priced(body, "newSlOrdPx"))) {
      throw Refused.because("51523", "A closeFraction stop keeps its order price");
    }
  }

  private static boolean priced(Fields body, String name) {
    return body.text(name).filter(px -> !px.equals(Target.AT_MARKET)).isPresent();
  }

  private Optional<Target> leg(Optional<Target> before, TargetForm form, String leg) {
    String name = "new" + leg + "TriggerPx";
    String order = "new" + leg + "OrdPx";
    if (before.isEmpty()) {
      if (form.body().text(name).isPresent() || form.body().text(order).isPresent()) {
        throw oneSided();
      }
      return before;
    }
    if (form.zero(name) || form.zero(order)) {
      return Optional.empty();
    }
    return before.map(target -> form.changed(target, name, order));
  }

  /// Its direction is seen from the price of now.
  private Target trigger(Target before, TargetForm form) {
    Target after = form.changed(before, "newTriggerPx", "newOrdPx");
    if (after.type() != PriceType.LAST && form.instrument().instType() == InstType.SPOT) {
      throw Refused.because("51415", "Spot triggers go by the last price");
    }
    BigDecimal now = session.prices(form.instrument()).of(after.type());
    boolean rising = after.triggerPx().compareTo(now) >= 0;
    return new Target(after.triggerPx(), after.type(), after.ordPx(), rising);
  }

  private static Refused oneSided() {
    return Refused.because("51526", "Legs cannot be added, nor all removed");
  }
}
