package dev.okxguard.paper;

import dev.okxguard.paper.engine.TradingEngine;
import dev.okxguard.paper.market.Market;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// The trading engine as the exchange's private half.
record Engine(TradingEngine engine) implements Trading {
  static final Opening OPENING =
      new Opening() {
        @Override
        public Trading fresh(Market market, Instant now) {
          return new Engine(TradingEngine.fresh(market, now));
        }

        @Override
        public Trading restore(Market market, JsonNode saved, InputStream record) {
          return new Engine(TradingEngine.restore(market, saved, record));
        }
      };

  @Override
  public boolean serves(String method, String path) {
    return engine.serves(method, path);
  }

  @Override
  public Result handle(Call call) {
    return engine.handle(call);
  }

  @Override
  public void advance(Instant now) {
    engine.advance(now);
  }

  @Override
  public boolean changed() {
    return engine.changed();
  }

  @Override
  public Snapshot save() {
    return engine.save();
  }

  @Override
  public String uid() {
    return engine.uid();
  }

  @Override
  public void fund(String ccy, BigDecimal amount, Instant now) {
    engine.fund(ccy, amount, now);
  }

  @Override
  public void react(Instant now) {
    engine.react(now);
  }

  @Override
  public void deleverage(Adl adl, Instant now) {
    engine.deleverage(adl, now);
  }

  @Override
  public Consequences during(Runnable work) {
    return engine.during(work);
  }
}
