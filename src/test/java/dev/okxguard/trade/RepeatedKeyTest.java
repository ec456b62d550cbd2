package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.JournalBroken;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.Size;
import dev.okxguard.testing.Algos;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A repeated intent id gets the first outcome and what is so now; nothing is sent.
class RepeatedKeyTest {
  private static final String NOTHING_NOW = "this intent id was used before; nothing was sent now";

  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  /// Every write that takes an intent id.
  private enum Kind {
    PLACE,
    AMEND,
    ALGO,
    CLOSE
  }

  private Function<Gateway, Outcome> write(Kind kind) {
    return switch (kind) {
      case PLACE -> {
        PlaceRequest order = scene.below("0.985", "k");
        yield gateway -> gateway.place(order);
      }
      case AMEND -> {
        AmendRequest move = Scene.move(scene.rest("r"), scene.price(Orders.PAIR, "0.985"), "k");
        yield gateway -> gateway.amend(move);
      }
      case ALGO -> {
        AlgoPlaceRequest dip = scene.dip("k");
        yield gateway -> gateway.placeAlgo(dip);
      }
      case CLOSE -> {
        scene.hold("2");
        yield gateway -> gateway.close(Scene.close("1", "k"));
      }
    };
  }

  /// The same kind of write under the same id, for something else.
  private Function<Gateway, Outcome> other(Kind kind) {
    return switch (kind) {
      case PLACE -> {
        PlaceRequest order = scene.below("0.986", "k");
        yield gateway -> gateway.place(order);
      }
      case AMEND -> {
        String ordId = scene.rest("other");
        yield gateway -> gateway.amend(Scene.move(ordId, new BigDecimal("85000"), "k"));
      }
      case ALGO -> gateway -> gateway.placeAlgo(Algos.dip("0.0001", "86000", "85900", "k"));
      case CLOSE -> gateway -> gateway.close(Scene.close("0.5", "k"));
    };
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theFirstOutcomeIsToldAgainWithTheOrderAsItIsNow(Kind kind) {
    Function<Gateway, Outcome> write = write(kind);
    Outcome.Accepted first = Scene.accepted(scene.run(write));
    assertThat(first.replayed()).isFalse();
    Outcome.Accepted again = Scene.accepted(quietly(write));
    assertThat(again.replayed()).isTrue();
    assertThat(again.ordId()).isEqualTo(first.ordId());
    assertThat(again.remark()).isEqualTo(NOTHING_NOW);
    assertThat(again.seen().map(Order::ordId)).isEqualTo(first.seen().map(Order::ordId));
    assertThat(again.seen().isPresent()).isEqualTo(kind != Kind.ALGO);
    assertThat(again.ticket().intentId()).isEqualTo("k");
    assertThat(again.ticket().request()).isEqualTo(first.ticket().request());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void forSomethingElseItIsRefused(Kind kind) {
    scene.run(write(kind));
    Function<Gateway, Outcome> other = other(kind);
    assertThatThrownBy(() -> quietly(other))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("'k' was used for something else");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatIsStillUnknownStaysUnknown(Kind kind) {
    Function<Gateway, Outcome> write = write(kind);
    List<String> blind = new ArrayList<>(List.of("50026@GET:/trade/order-algox*"));
    int first = kind == Kind.AMEND ? 2 : 1;
    IntStream.range(first, first + 8).forEach(n -> blind.add("50026@GET:/trade/order#" + n));
    List<String> lost = Stream.concat(blind.stream(), Stream.of("lost-reply@POST:*")).toList();
    assertThat(scene.<Outcome>run(write, lost.toArray(String[]::new)))
        .isInstanceOf(Outcome.Unknown.class);
    try (PaperDesk.Process process =
        scene.desk.process("50026@GET:/trade/order-algox*", Scene.BLIND)) {
      assertThat(write.apply(process.gateway()))
          .isInstanceOfSatisfying(
              Outcome.Unknown.class, unknown -> assertThat(unknown.reason()).contains("still"));
      assertThat(process.wire().writes()).isEmpty();
    }
    assertThat(Scene.accepted(quietly(write)).replayed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatOkxRefusedStaysRefusedInOkxsWords(Kind kind) {
    Function<Gateway, Outcome> write = write(kind);
    assertThat(scene.run(write, "51008@POST:*")).isInstanceOf(Outcome.Rejected.class);
    assertThat(quietly(write))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.replayed()).isTrue();
              assertThat(rejected.error().code()).isEqualTo("51008");
              assertThat(rejected.error().message())
                  .isEqualTo(scene.last("outcome").data().path("message").asString());
            });
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatWasNeverSentMayGo(Kind kind) {
    Function<Gateway, Outcome> write = write(kind);
    assertThat(scene.run(write, "429@POST:*")).isInstanceOf(Outcome.NotSent.class);
    assertThat(Scene.accepted(scene.run(write)).replayed()).isFalse();
  }

  @Test
  void aFirstAttemptThatDiedIsUnknownUntilItIsKnown() {
    OrderDraft draft = Orders.buy("20", "k").draft();
    ClOrdId id = new ClOrdId("okgpdied");
    try (PaperDesk.Process process = scene.desk.process();
        Account account = Account.enter(process.desk(), process.exchange().config())) {
      account.record(
          new Event.Intent(
              id.text(),
              Optional.of("k"),
              Digest.of(draft, new Size.Exact(draft.sz())),
              "place",
              draft.instType().name(),
              draft.instId(),
              id.text(),
              true,
              process.exchange().orderBody(draft, id),
              Optional.empty(),
              Optional.of(scene.time.now().plusSeconds(5)),
              ""));
    }
    assertThat(scene.<Outcome>run(gateway -> gateway.place(Orders.buy("20", "k")), Scene.BLIND))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(scene.desk.accepted()).isEmpty();
    scene.time.advance(Duration.ofSeconds(20));
    assertThat(
            Scene.accepted(scene.run(gateway -> gateway.place(Orders.buy("20", "k")))).replayed())
        .isFalse();
  }

  @Test
  void anOrderThatIsCancelledSinceIsToldToBeSo() {
    PlaceRequest order = scene.below("0.985", "k");
    String ordId = Scene.accepted(scene.run(gateway -> gateway.place(order))).ordId();
    scene.run(gateway -> gateway.cancel(Scene.cancel(ordId)));
    assertThat(Scene.accepted(quietly(gateway -> gateway.place(order))).seen())
        .hasValueSatisfying(seen -> assertThat(seen.state()).isEqualTo(OrderState.CANCELED));
  }

  @Test
  void theFirstOutcomeIsToldAlsoWhenTheOrderCannotBeReadNow() {
    PlaceRequest order = scene.below("0.985", "k");
    scene.run(gateway -> gateway.place(order));
    try (PaperDesk.Process process = scene.desk.process(Scene.BLIND)) {
      Outcome.Accepted again = Scene.accepted(process.gateway().place(order));
      assertThat(again.seen()).isEmpty();
      assertThat(process.told()).anyMatch(it -> it.startsWith("could not read the order's state"));
    }
  }

  @Test
  void aDamagedRecordKeepsAnEntryBackAndAnExitGoesByWhatOkxKnows() throws IOException {
    scene.hold("2");
    Function<Gateway, Outcome> entry = gateway -> gateway.place(Orders.buy("20", "e"));
    Function<Gateway, Outcome> exit = gateway -> gateway.close(Scene.close("1", "x"));
    scene.run(entry);
    scene.run(exit);
    scene.fillJournal();
    scene.time.advance(Duration.ofMinutes(1));
    scene.run(gateway -> gateway.place(Orders.buy("20", "later")));
    Path closed = scene.segment(1);
    Files.writeString(closed, Files.readString(closed).replace("\"x\"", "\"y\""));
    assertThatThrownBy(() -> quietly(entry)).isInstanceOf(JournalBroken.class);
    try (PaperDesk.Process process = scene.desk.process()) {
      assertThat(Scene.codes(exit.apply(process.gateway()))).containsExactly("INTENT_ID_USED");
      assertThat(process.told()).anyMatch(it -> it.startsWith("no earlier outcome can be looked"));
      assertThat(process.wire().writes()).isEmpty();
    }
    assertThat(Scene.accepted(scene.run(gateway -> gateway.close(Scene.close("1", "new")))).seen())
        .isPresent();
  }

  /// Runs it and sees to it that nothing is sent.
  private Outcome quietly(Function<Gateway, Outcome> write) {
    return scene.process(
        process -> {
          try {
            return write.apply(process.gateway());
          } finally {
            assertThat(process.wire().writes()).isEqualTo(List.of());
          }
        });
  }
}
