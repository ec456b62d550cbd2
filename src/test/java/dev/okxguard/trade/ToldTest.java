package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.Size;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people hear while a write goes on, and when it does not.
class ToldTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  /// What was said during that, in order.
  private List<String> told(Consumer<Gateway> work, String... faults) {
    return scene.process(
        process -> {
          work.accept(process.gateway());
          return process.told();
        },
        faults);
  }

  @Test
  void anOrderIsFollowedFromTheAccountToTheJournal() {
    String uid = scene.desk.uid();
    scene.<Void>process(
        process -> {
          Outcome.Accepted outcome = Scene.accepted(process.gateway().place(Orders.buy("20")));
          assertThat(process.accounts()).containsExactly(uid);
          assertThat(process.told())
              .containsExactly(
                  "paper account " + uid,
                  "reading positions, orders, balance and prices",
                  "allowed; intent " + outcome.ticket().clOrdId() + " is in the journal");
          return null;
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"place", "sized", "algo", "standing"})
  void whatCouldNotBeReadIsNamedWhenItKeepsSomethingBack(String write) {
    Consumer<Gateway> work =
        switch (write) {
          case "place" -> gateway -> gateway.place(Orders.buy("20"));
          case "sized" -> gateway -> gateway.place(share());
          case "algo" -> {
            AlgoPlaceRequest dip = scene.dip("k");
            yield gateway -> gateway.placeAlgo(dip);
          }
          default -> Gateway::standing;
        };
    assertThat(told(work, "50026@GET:/account/balancex*"))
        .anyMatch(line -> line.startsWith("could not read balance: OKX answered 50026"));
  }

  private static PlaceRequest share() {
    return new PlaceRequest(
        Orders.contract(Side.BUY, OrdType.MARKET, "0", "", false),
        new Size.RiskShare(new BigDecimal("0.01")),
        Optional.empty());
  }

  @Test
  void anInstrumentOkxDoesNotHaveIsCalledSo() {
    PlaceRequest wrong =
        new PlaceRequest(
            new Positions.Kind("BTC-USTD-SWAP", TdMode.CROSS, PosSide.NET)
                .order(Side.BUY, BigDecimal.ONE),
            Optional.of("k"));
    Outcome outcome = scene.run(gateway -> gateway.place(wrong));
    assertThat(Scene.codes(outcome)).containsExactly("UNKNOWN_INSTRUMENT");
    assertThat(outcome.ticket().uid()).isEqualTo(scene.desk.uid());
    assertThat(outcome.ticket().request().path("instId").asString()).isEqualTo("BTC-USTD-SWAP");
    assertThat(scene.desk.accepted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cancel | /account/config | could not read the account's settings: OKX answered 50026",
        "cancel | /trade/order | could not look the order up: OKX answered 50026",
        "close | /public/time | OKX's clock could not be read: OKX answered 50026",
        "close | /public/instruments | could not read the instrument: OKX answered 50026"
      })
  void anExitSaysWhatItGoesWithout(String exit, String path, String line) {
    String ordId = scene.rest("k");
    scene.hold("2");
    Consumer<Gateway> work =
        exit.equals("cancel")
            ? gateway -> gateway.cancel(Scene.cancel(ordId))
            : gateway -> gateway.close(Scene.close("1", "x"));
    assertThat(told(work, "50026@GET:" + path + "x*")).anyMatch(it -> it.startsWith(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "5000"})
  void aHaltDuringTheReadsIsToldWithTheOrderItStopped(String usd) {
    try (PaperDesk.Process process = scene.haltedWhileReading()) {
      Outcome outcome = process.gateway().place(Orders.buy(usd, "k" + usd));
      assertThat(outcome).isInstanceOf(Outcome.Halted.class);
      assertThat(outcome.ticket().request().path("sz").asString()).isEqualTo(usd);
      assertThat(outcome.ticket().checks()).as("what the guard measured").isNotEmpty();
    }
  }

  @Test
  void peopleHearOfARefusal() {
    assertThat(alarms(gateway -> gateway.place(Orders.buy("5000"))))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.kind()).isEqualTo(Alarm.Kind.DENIED);
              assertThat(alarm.subject().instId()).isEqualTo(Orders.PAIR);
              assertThat(alarm.reason()).contains("MAX_ORDER_SIZE: ");
            });
  }

  @Test
  void peopleHearThatNobodyKnows() {
    assertThat(alarms(gateway -> gateway.place(Orders.buy("20", "k")), Scene.LOST, Scene.BLIND))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.kind()).isEqualTo(Alarm.Kind.UNKNOWN);
              assertThat(alarm.subject().instId()).isEqualTo(Orders.PAIR);
              assertThat(alarm.subject().intentId()).isEqualTo("k");
            });
  }

  private List<Alarm> alarms(Consumer<Gateway> write, String... faults) {
    return scene.process(
        process -> {
          write.accept(process.gateway());
          return process.alarms();
        },
        faults);
  }

  @Test
  void aFailedAlarmLeavesTheAccountFree() {
    Path lock = scene.desk.state().lock(Environment.PAPER, scene.desk.uid());
    Dispatch dispatch =
        new Dispatch(scene.desk.state(), scene.time, _ -> new Delivery.Failed("no answer"));
    Alarm alarm =
        new Alarm(
            Alarm.Kind.HALT,
            new Alarm.Scope(Optional.of(Environment.PAPER), "", scene.desk.uid()),
            "enough",
            Alarm.Subject.none(),
            Optional.empty(),
            scene.time.now());
    assertThat(dispatch.send(alarm)).isEqualTo(new Delivery.Failed("no answer"));
    AccountLock.acquire(lock, Duration.ZERO, scene.time).close();
  }

  @Test
  void twoRemarksAreToldApartAndOneStandsAlone() {
    assertThat(Outcomes.join("one", "other")).isEqualTo("one; other");
    assertThat(Outcomes.join("", "other")).isEqualTo("other");
    assertThat(Outcomes.join("one", "")).isEqualTo("one");
    assertThat(Outcomes.join("", "")).isEmpty();
    assertThat(Outcomes.join("one", "one")).as("the same twice").isEqualTo("one");
  }
}
