package dev.okxguard.paper.market;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Position tiers of a contract: each wider one halves the leverage.
///
/// @param listing a swap or futures contract
record Tiers(Listing listing) {
  private static final int COUNT = 4;
  private static final BigDecimal FIRST_USD = new BigDecimal("5000000");
  private static final BigDecimal TWO = BigDecimal.TWO;

  List<ObjectNode> rows() {
    Instrument instrument = listing.instrument();
    BigDecimal lever = instrument.lever().orElse(BigDecimal.TEN);
    BigDecimal size = new Depth(listing, 0).size(listing.base(), FIRST_USD);
    BigDecimal from = BigDecimal.ZERO;
    List<ObjectNode> rows = new ArrayList<>();
    for (int tier = 1; tier <= COUNT; tier++) {
      rows.add(row(tier, from, size, lever));
      from = size.add(instrument.lotSz());
      size = size.multiply(TWO);
      lever = lever.divide(TWO, 0, RoundingMode.DOWN);
    }
    return rows;
  }

  private ObjectNode row(int tier, BigDecimal from, BigDecimal to, BigDecimal lever) {
    BigDecimal initial = BigDecimal.ONE.divide(lever, 4, RoundingMode.UP);
    BigDecimal maintenance = initial.multiply(new BigDecimal("0.4"));
    return JsonNodeFactory.instance
        .objectNode()
        .put("tier", Integer.toString(tier))
        .put("minSz", Decimals.text(from))
        .put("maxSz", Decimals.text(to))
        .put("imr", Decimals.text(initial))
        .put("mmr", Decimals.text(maintenance))
        .put("maxLever", Decimals.text(lever))
        .put("instId", listing.id())
        .put("instFamily", listing.instrument().instFamily())
        .put("uly", listing.instrument().instFamily())
        .put("baseMaxLoan", "")
        .put("quoteMaxLoan", "")
        .put("optMgnFactor", "0");
  }
}
