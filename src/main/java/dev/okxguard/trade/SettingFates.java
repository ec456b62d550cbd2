package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fault;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.ExchangeErrors;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Whether a setting is as it was wanted: it can be read back.
final class SettingFates {
  private static final int ROUNDS = 4;

  private SettingFates() {}

  private static Resolution unchanged() {
    return new Resolution.Absent("the setting is unchanged");
  }

  /// Leverage of an instrument, or of one side of it.
  record Leverage(Exchange exchange) implements Fate {
    @Override
    public Optional<Resolution> look(Event.Intent intent, Instant since, boolean late) {
      BigDecimal wanted = Decimals.parse(intent.request().path("lever").asString("")).orElseThrow();
      TdMode mode = TdMode.of(intent.request().path("mgnMode").asString("")).orElseThrow();
      Optional<PosSide> side = PosSide.of(intent.request().path("posSide").asString(""));
      try {
        return exchange
            .leverage(intent.instId(), mode, side)
            .filter(lever -> Decimals.same(lever, wanted))
            .map(_ -> new Resolution.Done("", "the leverage is set"));
      } catch (Fault fault) {
        if (ExchangeErrors.noInstrument(fault)) {
          return Optional.<Resolution>of(new Resolution.Forgotten("OKX trades it no more"))
              .filter(_ -> late);
        }
        throw fault;
      }
    }

    @Override
    public Resolution nothing(Event.Intent intent) {
      return unchanged();
    }

    @Override
    public int rounds() {
      return ROUNDS;
    }
  }

  /// Net or long/short positions.
  record Mode(Exchange exchange) implements Fate {
    @Override
    public Optional<Resolution> look(Event.Intent intent, Instant since, boolean late) {
      String wanted = intent.request().path("posMode").asString("");
      Resolution set = new Resolution.Done("", "the position mode is set");
      return Optional.of(set).filter(_ -> exchange.config().posMode().word().equals(wanted));
    }

    @Override
    public Resolution nothing(Event.Intent intent) {
      return unchanged();
    }

    @Override
    public int rounds() {
      return ROUNDS;
    }
  }
}
