package dev.okxguard.paper;

import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The private half of the exchange: accounts, orders, positions. Not safe for several threads.
interface Trading {
  /// Whether that private endpoint exists.
  boolean serves(String method, String path);

  /// Answers a request that passed the gateway.
  Result handle(Call call);

  /// Lets everything happen that was due by then: fills, triggers, funding.
  void advance(Instant now);

  /// Whether there is something to save since the last [#save()].
  boolean changed();

  ObjectNode save();

  String uid();

  /// Adds to a balance of the trading account.
  void fund(String ccy, BigDecimal amount, Instant now);

  /// Makes or brings back a trading half on a market.
  interface Opening {
    Trading fresh(Market market, Instant now);

    Trading restore(Market market, JsonNode saved);
  }
}
