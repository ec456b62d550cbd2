package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.testing.ManualTime;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// How long OKX is asked what became of something, and when silence is an answer.
class ResolverTest {
  private static final Instant SENT = Instant.parse("2026-11-21T10:00:00Z");

  private final ManualTime time = new ManualTime(SENT);
  private Supplier<Optional<Order>> order = Optional::empty;
  private int asked;

  /// An exchange on which there is one order, or nothing.
  private final Exchange exchange =
      (Exchange)
          Proxy.newProxyInstance(
              Exchange.class.getClassLoader(),
              new Class<?>[] {Exchange.class},
              (_, method, _) ->
                  switch (method.getName()) {
                    case "serverTime" -> time.now();
                    case "order" -> {
                      asked++;
                      yield order.get();
                    }
                    case "pendingOrders", "history", "fills" -> List.of();
                    default -> throw new AssertionError(method.getName());
                  });

  private Resolution what(Optional<Instant> expiry) {
    return what(OrderFateTest.intent("cash", expiry), time);
  }

  private Resolution what(Event.Intent intent, Time clock) {
    return new Resolver(exchange, clock, _ -> {}).what(intent, SENT);
  }

  @Test
  void whatIsThereIsFound() {
    order = () -> Optional.of(OrderFateTest.ours());
    assertThat(what(Optional.of(SENT.plusSeconds(5))))
        .isEqualTo(new Resolution.Found(OrderFateTest.ours()));
    assertThat(asked).isOne();
  }

  @Test
  void itIsLookedForOnceASecondAndNothingIsNoProofBeforeTheRequestHasExpired() {
    assertThat(what(Optional.of(SENT.plusSeconds(60)))).isInstanceOf(Resolution.Open.class);
    assertThat(asked).isEqualTo(30);
    assertThat(time.now()).isEqualTo(SENT.plusSeconds(30));
  }

  @Test
  void nothingTwiceAfterItExpiredIsProof() {
    time.jumpTo(SENT.plusSeconds(7).plusMillis(1));
    assertThat(what(Optional.of(SENT.plusSeconds(5)))).isInstanceOf(Resolution.Absent.class);
    assertThat(asked).isEqualTo(2);
    time.jumpTo(SENT.plusSeconds(7));
    assertThat(what(Optional.of(SENT.plusSeconds(5)))).isInstanceOf(Resolution.Absent.class);
    assertThat(asked).isEqualTo(5);
  }

  @Test
  void whereNoExpiryIsOnRecordASignaturesLifeIsWaitedFor() {
    assertThat(what(Optional.empty())).isInstanceOf(Resolution.Open.class);
    time.jumpTo(SENT.plusSeconds(32).plusMillis(1));
    asked = 0;
    assertThat(what(Optional.empty())).isInstanceOf(Resolution.Absent.class);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void aReadThatFailsIsNoAbsence() {
    time.jumpTo(SENT.plus(Duration.ofMinutes(1)));
    order =
        () -> {
          throw new Fault(ExitCode.UNREACHABLE, "the line is dead", "");
        };
    assertThat(what(Optional.of(SENT.plusSeconds(5))))
        .isInstanceOfSatisfying(
            Resolution.Open.class, open -> assertThat(open.reason()).isEqualTo("the line is dead"));
  }

  @Test
  void whoeverIsInterruptedKnowsNothingAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    Resolution resolution = what(Optional.of(SENT.plusSeconds(60)));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(resolution).isInstanceOf(Resolution.Open.class);
  }

  @Test
  void whatANewerVersionWroteStaysOpen() {
    Event.Intent plain = OrderFateTest.intent("cash", Optional.of(SENT));
    Event.Intent strange =
        new Event.Intent(
            plain.intentId(),
            plain.key(),
            plain.digest(),
            "teleport",
            plain.instType(),
            plain.instId(),
            plain.clOrdId(),
            plain.entry(),
            plain.request(),
            plain.notionalUsd(),
            plain.expiry(),
            plain.policy());
    assertThat(what(strange, time)).isInstanceOf(Resolution.Open.class);
    assertThat(asked).isZero();
  }
}
