package dev.okxguard.trade;

import static dev.okxguard.trade.Scales.inverse;
import static dev.okxguard.trade.Scales.level;
import static dev.okxguard.trade.Scales.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.okxguard.guard.Facts;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Book;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A market order of inverse contracts is for the coins that each level of the book gives for its
/// contracts: dollars are the same at every level, coins are not.
class InverseBookPropertyTest {
  @Test
  void theCoinsOfAnInverseMarketOrderAreThoseOfItsLevels() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < 500; i++) {
            List<Book.Level> bids = levels(random, -1);
            List<Book.Level> asks = levels(random, 1);
            BigDecimal sz = BigDecimal.valueOf(1 + random.nextInt(50));
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            OrderDraft draft = Scales.market(inverse(), side).sized(sz, "");
            Estimate estimate =
                Estimator.of(draft, facts(asks, bids), Optional.empty()).orElseThrow();
            BigDecimal coins = coins(side == Side.BUY ? asks : bids, sz);
            assertThat(estimate.base().orElseThrow().value())
                .as("%s %s of %s %s", side, sz, asks, bids)
                .isCloseTo(coins, within(num("0.00000000000000000001")));
          }
        });
  }

  private static Facts facts(List<Book.Level> asks, List<Book.Level> bids) {
    String bid = bids.getFirst().px().toPlainString();
    String ask = asks.getFirst().px().toPlainString();
    return Scales.facts(
        inverse(),
        Optional.of(Scales.quote(inverse(), bid, ask)),
        Optional.of(Scales.book(inverse(), asks, bids)),
        Optional.of(new Balance(num("10000"), List.of())));
  }

  /// Each level gives 100 USD a contract.
  private static BigDecimal coins(List<Book.Level> levels, BigDecimal sz) {
    BigDecimal left = sz;
    BigDecimal coins = BigDecimal.ZERO;
    for (Book.Level level : levels) {
      BigDecimal taken = left.min(level.sz());
      coins = coins.add(Decimals.divide(taken.multiply(num("100")), level.px()));
      left = left.subtract(taken);
    }
    return coins;
  }

  private static List<Book.Level> levels(Random random, int direction) {
    List<Book.Level> levels = new ArrayList<>();
    int px = 60_000 + direction;
    for (int i = 0; i < 10; i++) {
      levels.add(level(Integer.toString(px), Integer.toString(5 + random.nextInt(20))));
      px += direction * (1 + random.nextInt(2000));
    }
    return levels;
  }
}
