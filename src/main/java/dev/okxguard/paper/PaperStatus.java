package dev.okxguard.paper;

import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What there is to know about a paper exchange.
///
/// @param seed what its price paths come from
/// @param created when it was made
/// @param apiKey the account's first key
/// @param balances equity by currency
/// @param prices the prices set by hand that are in force, by instrument
/// @param choices in words: what it does where OKX's behaviour is not certain
public record PaperStatus(
    Path directory,
    long seed,
    Instant created,
    String uid,
    String apiKey,
    int openOrders,
    int positions,
    Map<String, BigDecimal> balances,
    Map<String, Market.Prices> prices,
    List<String> choices) {

  public PaperStatus {
    balances = Map.copyOf(balances);
    prices = Map.copyOf(prices);
    choices = List.copyOf(choices);
  }
}
