package dev.okxguard.paper.market;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `public/instruments`: the contract specifications (reference c.1).
final class InstrumentRows {
  private static final Set<String> TYPES =
      Set.of("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS");
  private static final Set<String> CONTRACTS = Set.of("SWAP", "FUTURES", "OPTION");
  private static final String LISTED = "1606780800000";
  private static final List<String> EMPTY =
      List.of(
          "alias",
          "auctionEndTime",
          "contTdSwTime",
          "freq",
          "longPosRemainingQuota",
          "method",
          "optType",
          "preMktSwTime",
          "seriesId",
          "shortPosRemainingQuota",
          "stk");

  private InstrumentRows() {}

  static ArrayNode answer(Query query) {
    ArrayNode rows = PublicEndpoint.rows();
    String type = query.type(TYPES);
    if (type.equals("OPTION") && query.optional("uly").isEmpty()) {
      query.required("instFamily");
    }
    query.listings(type).forEach(listing -> row(rows.addObject(), listing, query));
    return rows;
  }

  /// The families of one type of contract, as one list in a list.
  static ArrayNode underlying(Query query) {
    ArrayNode rows = PublicEndpoint.rows();
    ArrayNode names = rows.addArray();
    query.listings(query.type(CONTRACTS)).stream()
        .map(listing -> listing.instrument().instFamily())
        .distinct()
        .forEach(names::add);
    return rows;
  }

  private static void row(ObjectNode row, Listing listing, Query query) {
    Instrument instrument = listing.instrument();
    EMPTY.forEach(name -> row.put(name, ""));
    row.put("instType", instrument.instType().name()).put("instId", instrument.instId());
    row.put("instIdCode", listing.code()).put("instFamily", instrument.instFamily());
    row.put("uly", instrument.instFamily()).put("baseCcy", instrument.baseCcy());
    row.put("quoteCcy", instrument.quoteCcy()).put("settleCcy", instrument.settleCcy());
    row.put("category", "1").put("instCategory", "1").put("ruleType", "normal");
    row.put("groupId", instrument.groupId()).put("openType", "fix_price");
    row.put("listTime", LISTED).put("expTime", expiry(listing));
    row.put("state", listing.instrument(query.now()).state());
    row.put("futureSettlement", instrument.instType() == InstType.FUTURES);
    row.putArray("upcChg");
    contract(row, instrument);
    option(row, listing);
    steps(row, instrument);
    caps(row, instrument);
    priceBands(row);
  }

  private static String expiry(Listing listing) {
    return listing.expiry().map(at -> Long.toString(at.toEpochMilli())).orElse("");
  }

  private static void contract(ObjectNode row, Instrument instrument) {
    String type = instrument.inverse() ? "inverse" : "linear";
    boolean typed = instrument.instType().contracts() && instrument.instType() != InstType.OPTION;
    row.put("ctType", typed ? type : "");
    row.put("ctVal", text(instrument.ctVal())).put("ctMult", text(instrument.ctMult()));
    row.put("ctValCcy", instrument.ctValCcy());
    ArrayNode quotes = row.putArray("tradeQuoteCcyList");
    if (!instrument.instType().contracts()) {
      quotes.add(instrument.quoteCcy());
    }
  }

  private static void option(ObjectNode row, Listing listing) {
    listing
        .option()
        .ifPresent(
            terms ->
                row.put("optType", terms.call() ? "C" : "P")
                    .put("stk", Decimals.text(terms.strike())));
  }

  private static void steps(ObjectNode row, Instrument instrument) {
    row.put("tickSz", instrument.tickSz().toPlainString());
    row.put("lotSz", instrument.lotSz().toPlainString());
    row.put("minSz", instrument.minSz().toPlainString());
    String spot = instrument.instType() == InstType.SPOT ? "10" : "";
    row.put("lever", instrument.lever().map(Decimals::text).orElse(spot));
  }

  private static void caps(ObjectNode row, Instrument instrument) {
    boolean contracts = instrument.instType().contracts();
    String limit = text(instrument.maxLmtSz());
    String market = text(instrument.maxMktSz());
    row.put("maxLmtSz", limit).put("maxMktSz", market).put("maxStopSz", market);
    row.put("maxTwapSz", limit).put("maxIcebergSz", limit).put("maxTriggerSz", limit);
    row.put("maxLmtAmt", "20000000").put("maxMktAmt", contracts ? "" : "1000000");
    row.put("posLmtAmt", contracts ? "250000" : "").put("posLmtPct", contracts ? "30" : "");
    row.put("maxPlatOILmt", contracts ? "10000000000000" : "");
    row.put("maxPlatOICoinLmt", "");
  }

  private static void priceBands(ObjectNode row) {
    String band = Decimals.text(PriceBand.WIDTH);
    row.put("initPxLmtPct", band).put("floatPxLmtPct", band).put("maxPxLmtPct", band);
  }

  private static String text(Optional<BigDecimal> value) {
    return value.map(Decimals::text).orElse("");
  }
}
