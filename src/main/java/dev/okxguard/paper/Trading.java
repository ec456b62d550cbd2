package dev.okxguard.paper;

import dev.okxguard.paper.market.Market;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

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

  /// What there is to write since the last time; afterwards nothing counts as changed.
  Snapshot save();

  String uid();

  /// Adds to a balance of the trading account.
  void fund(String ccy, BigDecimal amount, Instant now);

  /// Lets the prices of now have their effect at once, without time passing.
  void react(Instant now);

  /// Takes a position, or a part of it, away.
  ///
  /// @throws IllegalArgumentException when there is no such position, several, or less than that
  void deleverage(Adl adl, Instant now);

  /// Does some work and tells what came of it.
  Consequences during(Runnable work);

  /// Makes or brings back a trading half on a market.
  interface Opening {
    Trading fresh(Market market, Instant now);

    /// @param saved the last snapshot's document
    /// @param record the lines of all snapshots, in order
    /// @throws RuntimeException when they are not of such a trading half
    Trading restore(Market market, JsonNode saved, InputStream record);
  }
}
