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

  /// Maintenance margin as a part of the initial margin at the tier's greatest leverage.
  private static final BigDecimal MAINTENANCE = new BigDecimal("0.4");

  /// Contracts from `from` to `to`, both included.
  private record Tier(int number, BigDecimal from, BigDecimal to, BigDecimal lever) {
    BigDecimal initial() {
      return BigDecimal.ONE.divide(lever, 4, RoundingMode.UP);
    }

    BigDecimal maintenance() {
      return initial().multiply(MAINTENANCE);
    }
  }

  List<ObjectNode> rows() {
    return tiers().stream().map(this::row).toList();
  }

  /// The maintenance margin of a position of that size as a fraction of its value; what is larger
  /// than all tiers counts with the last one.
  BigDecimal maintenance(BigDecimal size) {
    List<Tier> tiers = tiers();
    return tiers.stream()
        .filter(tier -> size.compareTo(tier.to()) <= 0)
        .findFirst()
        .orElseGet(tiers::getLast)
        .maintenance();
  }

  private List<Tier> tiers() {
    Instrument instrument = listing.instrument();
    BigDecimal lever = instrument.lever().orElse(BigDecimal.TEN);
    BigDecimal size = new Depth(listing, 0).size(listing.base(), FIRST_USD);
    BigDecimal from = BigDecimal.ZERO;
    List<Tier> tiers = new ArrayList<>();
    for (int number = 1; number <= COUNT; number++) {
      tiers.add(new Tier(number, from, size, lever));
      from = size.add(instrument.lotSz());
      size = size.multiply(TWO);
      lever = lever.divide(TWO, 0, RoundingMode.DOWN);
    }
    return tiers;
  }

  private ObjectNode row(Tier tier) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("tier", Integer.toString(tier.number()))
        .put("minSz", Decimals.text(tier.from()))
        .put("maxSz", Decimals.text(tier.to()))
        .put("imr", Decimals.text(tier.initial()))
        .put("mmr", Decimals.text(tier.maintenance()))
        .put("maxLever", Decimals.text(tier.lever()))
        .put("instId", listing.id())
        .put("instFamily", listing.instrument().instFamily())
        .put("uly", listing.instrument().instFamily())
        .put("baseMaxLoan", "")
        .put("quoteMaxLoan", "")
        .put("optMgnFactor", "0");
  }
}
