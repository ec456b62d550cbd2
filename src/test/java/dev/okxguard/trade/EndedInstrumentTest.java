package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Orders;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OKX answers for an order by its id only while its instrument is traded: what became of an intent
/// on one that was delivered or delisted since must not stay open for good and block every entry.
class EndedInstrumentTest {
  private static final String ENDED = "51001@GET:/trade/orderx*";

  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  private List<String> resolved() {
    scene.time.advance(Duration.ofMinutes(2));
    return scene.run(Gateway::resolve, ENDED).stream().map(Resolved::word).toList();
  }

  /// Once it is sent, its order cannot be read.
  private static String[] blind(String fault) {
    return Stream.concat(
            Stream.of(fault),
            IntStream.rangeClosed(2, 9).mapToObj(n -> "50026@GET:/trade/order#" + n))
        .toArray(String[]::new);
  }

  private void lost(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void anOrderThatArrivedIsFoundInTheLists() {
    lost(scene.run(g -> g.place(Orders.buy("20", "k")), Scene.LOST, Scene.BLIND));
    assertThat(resolved()).containsExactly("accepted");
  }

  @Test
  void anOrderThatDidNotArriveIsProvenAbsent() {
    lost(
        scene.run(
            g -> g.place(Orders.buy("20", "k")), "lost-request@POST:/trade/order", Scene.BLIND));
    assertThat(resolved()).containsExactly("not_sent");
  }

  @Test
  void aCancelIsDoneWhereNothingRests() {
    String ordId = scene.rest("one");
    lost(
        scene.run(
            g -> g.cancel(Scene.cancel(ordId)), blind("lost-reply@POST:/trade/cancel-order")));
    assertThat(resolved()).containsExactly("accepted");
  }

  @Test
  void aCancelThatDidNotArriveIsNotDoneWhileTheOrderRests() {
    String ordId = scene.rest("one");
    lost(scene.run(g -> g.cancel(Scene.cancel(ordId)), "lost-request@POST:/trade/cancel-order"));
    assertThat(resolved()).containsExactly("not_sent");
  }

  @Test
  void aChangeOfAnOrderThatEndedIsSettled() {
    String ordId = scene.rest("one");
    BigDecimal px = scene.price(Orders.PAIR, "0.985");
    lost(
        scene.run(
            g -> g.amend(Scene.move(ordId, px, "m")), blind("lost-reply@POST:/trade/amend-order")));
    assertThat(resolved()).containsExactly("accepted");
  }

  @Test
  void aChangeThatDidNotArriveIsNoneWhileTheOrderRestsAsItWas() {
    String ordId = scene.rest("one");
    BigDecimal px = scene.price(Orders.PAIR, "0.985");
    lost(
        scene.run(
            g -> g.amend(Scene.move(ordId, px, "m")),
            blind("lost-request@POST:/trade/amend-order")));
    assertThat(resolved()).containsExactly("not_sent");
  }

  @Test
  void leverageOfWhatIsTradedNoMoreIsNoOpenQuestion() {
    SettingRequest two =
        new SettingRequest.Leverage(Orders.SWAP, BigDecimal.TWO, TdMode.CROSS, Optional.empty());
    lost(scene.run(g -> g.set(two), "lost-request@POST:/account/set-leverage"));
    scene.time.advance(Duration.ofMinutes(2));
    assertThat(scene.run(Gateway::resolve, "51001@GET:/account/leverage-infox*"))
        .extracting(Resolved::word)
        .containsExactly("rejected");
  }
}
