package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.spot;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.paper.Result;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CancelAllAfterTest {
  private final Desk desk = new Desk();

  @Test
  void ordersOfTheTagAreCancelledWhenTheTimeIsUpUnlessItIsRestarted() {
    String tagged = desk.place(spot("buy", "limit", "0.01", "px", "49000", "tag", "bot1"));
    String other = desk.place(spot("buy", "limit", "0.01", "px", "49000"));
    arm("20", "bot1");
    desk.wait(Duration.ofSeconds(15));
    arm("20", "bot1");
    desk.wait(Duration.ofSeconds(19));
    assertThat(state(tagged)).isEqualTo("live");
    desk.engine = desk.restored(Desk.saved(desk.engine));
    desk.wait(Duration.ofSeconds(1));
    assertThat(state(tagged)).isEqualTo("canceled");
    assertThat(text(desk.order("BTC-USDT", tagged), "cancelSource")).isEqualTo("20");
    assertThat(state(other)).isEqualTo("live");
  }

  @Test
  void whatTheMarketReachedBeforeTheTimeWasUpIsFilledAndLaterPricesAreNot() {
    String early = desk.place(spot("buy", "limit", "0.01", "px", "49500"));
    String late = desk.place(spot("buy", "limit", "0.01", "px", "49000"));
    arm("10", "");
    desk.market.price("BTC-USDT", "49500", desk.now.plusSeconds(5));
    desk.market.price("BTC-USDT", "49000", desk.now.plusSeconds(30));
    desk.wait(Duration.ofMinutes(1));
    assertThat(state(early)).isEqualTo("filled");
    assertThat(state(late)).isEqualTo("canceled");
  }

  @Test
  void zeroSwitchesItOffAndOtherTimesThanTenToOneHundredAndTwentySecondsAreRefused() {
    String id = desk.place(spot("buy", "limit", "0.01", "px", "49000"));
    arm("10", "");
    assertThat(text(Desk.item(arm("0", "")), "triggerTime")).isEqualTo("0");
    desk.wait(Duration.ofMinutes(1));
    assertThat(state(id)).isEqualTo("live");
    for (String seconds : new String[] {"9", "121", "10.5", "-10", "x", ""}) {
      assertThat(arm(seconds, "").code()).as(seconds).isEqualTo("51000");
    }
  }

  private Result arm(String seconds, String tag) {
    return desk.post("trade/cancel-all-after", "timeOut", seconds, "tag", tag);
  }

  private String state(String ordId) {
    return text(desk.order("BTC-USDT", ordId), "state");
  }
}
