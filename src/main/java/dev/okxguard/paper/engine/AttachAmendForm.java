package dev.okxguard.paper.engine;

import dev.okxguard.model.Instrument;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what an amendment changes about the stops that an order carries. A price of 0 takes a leg
/// away; one that is not there may be added.
///
/// @param side of the order that carries them
record AttachAmendForm(Instrument instrument, Side side) {
  /// What this exchange does not simulate must not be taken as if it did.
  private static final List<String> UNSERVED =
      List.of(
          "newTpTriggerRatio",
          "newSlTriggerRatio",
          "newCallbackRatio",
          "newCallbackSpread",
          "newActivePx");

  /// Where stops stood before there were attachAlgoOrds.
  private static final List<String> FORMER =
      List.of(
          "newTpTriggerPx",
          "newTpOrdPx",
          "newTpOrdKind",
          "newTpTriggerPxType",
          "newSlTriggerPx",
          "newSlOrdPx",
          "newSlTriggerPxType");

  /// The stops as they are to be.
  List<Attached> read(List<Attached> before, Fields body) {
    if (FORMER.stream().anyMatch(name -> body.text(name).isPresent())) {
      throw Refused.because("54070", "TP/SL belongs into attachAlgoOrds");
    }
    List<Attached> after = new ArrayList<>(before);
    for (Fields element : body.elements("attachAlgoOrds")) {
      after.replaceAll(attached -> names(element, attached) ? change(attached, element) : attached);
      if (before.stream().noneMatch(attached -> names(element, attached))) {
        throw Refused.parameter("attachAlgoId");
      }
    }
    after.removeIf(attached -> attached.targets().findAny().isEmpty());
    return after;
  }

  private static boolean names(Fields element, Attached attached) {
    return element
        .text("attachAlgoId")
        .map(attached.attachAlgoId()::equals)
        .or(() -> element.text("attachAlgoClOrdId").map(attached.algoClOrdId()::equals))
        .orElse(false);
  }

  private Attached change(Attached before, Fields element) {
    UNSERVED.stream()
        .filter(name -> element.text(name).isPresent())
        .findFirst()
        .ifPresent(
            name -> {
              throw Refused.parameter(name);
            });
    AttachForm.only(element, "newTpOrdKind", "condition");
    AttachForm.only(element, "amendPxOnTriggerType", "0");
    TargetForm form = new TargetForm(element, instrument, side.opposite());
    Optional<BigDecimal> sz = element.positive("sz").or(before::sz);
    return new Attached(
        before.attachAlgoId(),
        before.algoClOrdId(),
        leg(before.tp(), form, "newTp", form.side() == Side.SELL),
        leg(before.sl(), form, "newSl", form.side() == Side.BUY),
        sz,
        before.failCode(),
        before.failReason());
  }

  private static Optional<Target> leg(
      Optional<Target> before, TargetForm form, String prefix, boolean rising) {
    String trigger = prefix + "TriggerPx";
    String order = prefix + "OrdPx";
    if (form.zero(trigger) || form.zero(order)) {
      return Optional.empty();
    }
    return before
        .map(target -> form.changed(target, trigger, order))
        .or(() -> form.pair(prefix, rising));
  }
}
