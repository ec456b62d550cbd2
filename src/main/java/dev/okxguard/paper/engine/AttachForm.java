package dev.okxguard.paper.engine;

import dev.okxguard.model.Instrument;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads attachAlgoOrds, the stops that go with an order.
///
/// @param side of the order that carries them
record AttachForm(Session session, Instrument instrument, Side side) {
  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9]{1,32}");

  /// What this exchange does not simulate must not be taken as if it did.
  private static final List<String> UNSERVED =
      List.of(
          "tpTriggerRatio",
          "slTriggerRatio",
          "callbackRatio",
          "callBackRatio",
          "callbackSpread",
          "callBackSpread",
          "activePx");

  private static final List<String> FORMER =
      List.of("tpTriggerPx", "tpOrdPx", "slTriggerPx", "slOrdPx");

  List<Attached> read(Fields body) {
    if (FORMER.stream().anyMatch(name -> body.text(name).isPresent())) {
      throw Refused.because("54070", "TP/SL belongs into attachAlgoOrds");
    }
    List<Attached> elements = body.elements("attachAlgoOrds").stream().map(this::element).toList();
    Set<String> ids = new HashSet<>();
    for (Attached element : elements) {
      String id = element.algoClOrdId();
      if (!id.isEmpty() && (!ids.add(id) || session.account().algoIdTaken(id))) {
        throw Refused.because(
            "51068", id + " already exists within algoClOrdId and attachAlgoClOrdId.");
      }
    }
    return elements;
  }

  private Attached element(Fields body) {
    UNSERVED.stream()
        .filter(name -> body.text(name).isPresent())
        .findFirst()
        .ifPresent(
            name -> {
              throw Refused.parameter(name);
            });
    only(body, "tpOrdKind", "condition");
    only(body, "amendPxOnTriggerType", "0");
    TargetForm form = new TargetForm(body, instrument, side.opposite());
    Optional<Target> tp = form.takeProfit();
    Optional<Target> sl = form.stopLoss();
    if (tp.isEmpty() && sl.isEmpty()) {
      throw Refused.parameter("attachAlgoOrds");
    }
    Optional<BigDecimal> sz = body.positive("sz");
    return new Attached("", clientId(body, "attachAlgoClOrdId"), tp, sl, sz, "", "");
  }

  /// @throws Refused 51000 when something else is there
  static void only(Fields body, String name, String value) {
    if (body.text(name).filter(text -> !text.equals(value)).isPresent()) {
      throw Refused.parameter(name);
    }
  }

  static String clientId(Fields body, String name) {
    String id = body.textOrEmpty(name);
    if (!id.isEmpty() && !CLIENT_ID.matcher(id).matches()) {
      throw Refused.parameter(name);
    }
    return id;
  }
}
