package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Coins bought, held for longer than OKX lists fills of all types at once, and sold for less.
class CoinsHeldForDaysTest {
  @TempDir Path home;
  private Scene scene;
  private Positions trades;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(
        home.resolve("guard.toml"),
        "[breakers]\nmax_move = 0\nmax_daily_loss_ratio = 1\nmax_drawdown = 1\n");
    scene = new Scene(home);
    trades = new Positions(scene.desk, scene.time);
  }

  @Test
  void threeSuchTripsInARowHalt() {
    for (String price : new String[] {"50000", "49900", "49800"}) {
      price(price);
      trades.trade(order(Side.BUY, "0.01", "base_ccy"));
      scene.time.advance(Duration.ofDays(4));
      price(new BigDecimal(price).subtract(BigDecimal.TEN).toPlainString());
      trades.trade(order(Side.SELL, "0.0099", ""));
      scene.time.advance(Duration.ofHours(1));
    }
    assertThat(scene.run(Gateway::standing).outcome())
        .isInstanceOfSatisfying(
            Outcome.Halted.class,
            halted -> assertThat(halted.reason()).contains("max_consecutive_losses"));
  }

  private void price(String price) {
    try (var admin = scene.desk.admin()) {
      admin.setPrice("BTC-USDT", new BigDecimal(price), Optional.empty(), Optional.empty());
    }
  }

  private static OrderDraft order(Side side, String sz, String unit) {
    return new OrderDraft(
        InstType.SPOT,
        "BTC-USDT",
        TdMode.CASH,
        side,
        PosSide.NET,
        OrdType.MARKET,
        new BigDecimal(sz),
        Optional.empty(),
        false,
        unit,
        Optional.empty());
  }
}
