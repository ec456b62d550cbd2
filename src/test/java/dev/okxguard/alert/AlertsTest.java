package dev.okxguard.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class AlertsTest {
  private static final Set<Alarm.Kind> ALL = EnumSet.allOf(Alarm.Kind.class);

  private final List<String> taken = new CopyOnWriteArrayList<>();

  private record Fake(String name, Callable<Optional<String>> work) implements Channel {
    @Override
    public Optional<String> deliver(byte[] payload) {
      try {
        return work.call();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Channel taking(String name) {
    return new Channel() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Optional<String> deliver(byte[] payload) {
        taken.add(name + " " + new String(payload, StandardCharsets.UTF_8));
        return Optional.empty();
      }
    };
  }

  private static Delivery send(Channel... channels) {
    return new Alerts(List.of(channels), ALL).send(Samples.of(Alarm.Kind.HALT));
  }

  @Test
  void withoutAChannelNothingIsSent() {
    assertThat(send()).isEqualTo(new Delivery.Skipped("no webhook and no command is configured"));
  }

  @ParameterizedTest
  @EnumSource(Alarm.Kind.class)
  void onlyTheKindsChosenAreSentAndATestAlways(Alarm.Kind kind) {
    Alerts chosen = new Alerts(List.of(taking("a")), Set.of(kind));
    assertThat(chosen.send(Samples.of(kind))).isEqualTo(new Delivery.Sent(1));
    assertThat(taken).hasSize(1).first().asString().contains("\"kind\":\"" + kind.word() + "\"");
    Set<Alarm.Kind> others = EnumSet.complementOf(EnumSet.of(kind));
    Alerts rest = new Alerts(List.of(taking("a")), others);
    assertThat(rest.send(Samples.of(kind)))
        .isEqualTo(
            kind == Alarm.Kind.TEST
                ? new Delivery.Sent(1)
                : new Delivery.Skipped("alerts.on does not name " + kind.word()));
  }

  @Test
  void oneChannelThatFailsKeepsNoOtherFromDelivering() {
    Delivery delivery =
        send(taking("a"), new Fake("b", () -> Optional.of("answered HTTP 500")), taking("c"));
    assertThat(delivery).isEqualTo(new Delivery.Failed("b: answered HTTP 500"));
    assertThat(taken).hasSize(2);
  }

  @Test
  void whatAChannelThrowsIsAFailureWithoutItsText() {
    Delivery delivery =
        send(
            new Fake(
                "b",
                () -> {
                  throw new IllegalArgumentException("https://hooks.example/token");
                }),
            taking("a"));
    assertThat(delivery).isEqualTo(new Delivery.Failed("b: failed by IllegalArgumentException"));
    assertThat(taken).hasSize(1);
  }

  @Test
  void anErrorOfTheMachineIsAFailureToo() {
    Delivery delivery =
        send(
            new Fake(
                "b",
                () -> {
                  throw new NoClassDefFoundError("x");
                }));
    assertThat(delivery).isEqualTo(new Delivery.Failed("b: failed by NoClassDefFoundError"));
  }

  @Test
  void aChannelThatNeverEndsAndCannotBeInterruptedIsLeftBehind() {
    CountDownLatch end = new CountDownLatch(1);
    Channel hanging =
        new Fake(
            "b",
            () -> {
              while (end.getCount() > 0) {
                try {
                  end.await();
                } catch (InterruptedException _) {
                  // Like a name lookup.
                }
              }
              return Optional.empty();
            });
    assertThat(send(taking("warm"))).isEqualTo(new Delivery.Sent(1));
    Alerts alerts = new Alerts(List.of(hanging, taking("a")), ALL, Duration.ofSeconds(1));
    assertThat(alerts.send(Samples.of(Alarm.Kind.HALT)))
        .isEqualTo(new Delivery.Failed("b: no end within 1000 ms"));
    assertThat(taken).hasSize(2);
    end.countDown();
  }

  @Test
  void channelsWorkSideBySide() {
    CyclicBarrier both = new CyclicBarrier(2);
    Callable<Optional<String>> meet =
        () -> {
          both.await(5, TimeUnit.SECONDS);
          return Optional.empty();
        };
    Alerts alerts = new Alerts(List.of(new Fake("a", meet), new Fake("b", meet)), ALL);
    assertThat(alerts.send(Samples.of(Alarm.Kind.HALT))).isEqualTo(new Delivery.Sent(2));
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() {
    Channel waiting =
        new Fake(
            "a",
            () -> {
              new CountDownLatch(1).await();
              return Optional.empty();
            });
    Alerts alerts = new Alerts(List.of(waiting), ALL);
    Thread.currentThread().interrupt();
    assertThat(alerts.send(Samples.of(Alarm.Kind.HALT)))
        .isEqualTo(new Delivery.Failed("interrupted"));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theBoundOutlastsEachChannelsOwn() {
    assertThat(Alerts.LONGEST).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(15));
  }
}
