package dev.okxguard.guard.breaker;

import static dev.okxguard.guard.breaker.Accounts.NOON;
import static dev.okxguard.guard.breaker.Accounts.calm;
import static dev.okxguard.guard.breaker.Accounts.limits;
import static dev.okxguard.guard.breaker.Accounts.minute;
import static dev.okxguard.guard.breaker.Accounts.spot;
import static dev.okxguard.guard.breaker.Accounts.swap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Fill;
import dev.okxguard.model.Side;
import org.junit.jupiter.api.Test;

/// Coins sold whose purchase is older than the fills seen: only older ones tell what they lost.
class CoinsHeldLongTest {
  private static final Fill SALE = spot(9, Side.SELL, "49000", "0.01", "0", "USDT");

  private static boolean asksForOlder(Having having) {
    return Breakers.evaluate(having.look(), limits()).olderFills();
  }

  private static Having having(Fill... fills) {
    return Having.of(calm(NOON, "1000")).fills(fills);
  }

  @Test
  void theirSaleAsksForOlderFills() {
    assertThat(asksForOlder(having(SALE))).isTrue();
  }

  @Test
  void aPurchaseThatIsSeenOrATripWonSinceNeedsNone() {
    assertThat(asksForOlder(having(spot(8, Side.BUY, "48000", "0.01", "0", "USDT"), SALE)))
        .isFalse();
    assertThat(
            asksForOlder(
                having(
                    SALE, swap(10, Side.BUY, "1", "0", "0"), swap(11, Side.SELL, "1", "0", "1"))))
        .isFalse();
  }

  @Test
  void aSaleBeforeAPersonResumedNeedsNone() {
    assertThat(asksForOlder(having(SALE).resumed(minute(10)))).isFalse();
  }
}
