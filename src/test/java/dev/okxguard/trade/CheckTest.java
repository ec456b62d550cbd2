package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Policy;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.Environment;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/// A check says what the write would, and does nothing.
class CheckTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  /// Every write that can be checked first.
  private enum Kind {
    PLACE,
    ALGO,
    AMEND,
    CLOSE,
    PLACE_ALL,
    AMEND_ALL,
    CANCEL_ALL,
    CLOSE_ALL;

    boolean exit() {
      return this == CLOSE || this == CANCEL_ALL || this == CLOSE_ALL;
    }
  }

  /// A write and its check, on what they need at the exchange.
  private record Pair(
      Function<Gateway, List<Outcome>> check, Function<Gateway, List<Outcome>> write) {
    static Pair one(Function<Gateway, Outcome> check, Function<Gateway, Outcome> write) {
      return new Pair(check.andThen(List::of), write.andThen(List::of));
    }
  }

  private Pair pair(Kind kind) {
    return switch (kind) {
      case PLACE -> {
        PlaceRequest order = scene.below("0.99", "k");
        yield Pair.one(g -> g.check(order), g -> g.place(order));
      }
      case ALGO -> {
        AlgoPlaceRequest dip = scene.dip("k");
        yield Pair.one(g -> g.checkAlgo(dip), g -> g.placeAlgo(dip));
      }
      case AMEND -> {
        AmendRequest move =
            Scene.move(scene.rest("one"), scene.price(Orders.PAIR, "0.985"), "move");
        yield Pair.one(g -> g.checkAmend(move), g -> g.amend(move));
      }
      case CLOSE -> {
        scene.hold("2");
        CloseRequest part = Scene.close("1", "part");
        yield Pair.one(g -> g.checkClose(part), g -> g.close(part));
      }
      case PLACE_ALL -> {
        List<PlaceRequest> two = List.of(scene.below("0.99", "k"), scene.below("0.987", "l"));
        yield new Pair(g -> g.checkAll(two), g -> g.placeAll(two, _ -> {}));
      }
      case AMEND_ALL -> {
        List<AmendRequest> two =
            List.of(
                Scene.move(scene.rest("one"), scene.price(Orders.PAIR, "0.985"), ""),
                Scene.move(scene.rest("two"), scene.price(Orders.PAIR, "0.986"), ""));
        yield new Pair(g -> g.checkAmendAll(two), g -> g.amendAll(two, _ -> {}));
      }
      case CANCEL_ALL -> {
        List<CancelRequest> two =
            List.of(Scene.cancel(scene.rest("one")), Scene.cancel(scene.rest("two")));
        yield new Pair(g -> g.checkCancelAll(two), g -> g.cancelAll(two, _ -> {}));
      }
      case CLOSE_ALL -> {
        scene.hold("2");
        yield new Pair(g -> g.checkCloseAll(false).legs(), g -> g.closeAll(false).legs());
      }
    };
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatWouldBeSentIsShownAndThenSent(Kind kind) {
    Pair pair = pair(kind);
    long before = decisions();
    List<Outcome> checked = checked(pair, scene.desk.policy());
    assertThat(checked).isNotEmpty().hasOnlyElementsOfType(Outcome.Allowed.class);
    assertThat(decisions()).isEqualTo(before);
    List<Outcome> written = scene.run(pair.write());
    assertThat(written).hasOnlyElementsOfType(Outcome.Accepted.class);
    assertThat(bodies(written)).isEqualTo(bodies(checked)).allMatch(body -> !body.isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHaltIsToldOfEntriesAndOfNoExit(Kind kind) {
    Pair pair = pair(kind);
    new Halt(scene.desk.state()).set(Environment.PAPER, scene.desk.uid(), "enough", scene.time);
    assertThat(checked(pair, scene.desk.policy()))
        .isNotEmpty()
        .hasOnlyElementsOfType(kind.exit() ? Outcome.Allowed.class : Outcome.Halted.class)
        .allMatch(outcome -> outcome.ticket().uid().equals(scene.desk.uid()));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void underReadOnlyNothingIsAllowed(Kind kind) {
    Pair pair = pair(kind);
    List<Outcome> checked = checked(pair, scene.desk.policy().asReadOnly());
    assertThat(checked)
        .isNotEmpty()
        .allSatisfy(outcome -> assertThat(Scene.codes(outcome)).contains("READ_ONLY"));
  }

  @Test
  void whatWasLeftOpenIsSettledFirstAsItIsForTheOrder() {
    scene.run(gateway -> gateway.place(Orders.buy("20", "lost")), Scene.LOST, Scene.BLIND);
    assertThat(scene.desk.ledger().openIntents()).hasSize(1);
    assertThat(scene.<Outcome>run(gateway -> gateway.check(Orders.buy("30", "k"))))
        .isInstanceOf(Outcome.Allowed.class);
    assertThat(scene.desk.ledger().openIntents()).isEmpty();
  }

  private List<Outcome> checked(Pair pair, Policy policy) {
    try (PaperDesk.Process process = scene.desk.process(policy)) {
      List<Outcome> outcomes = pair.check().apply(process.gateway());
      assertThat(process.wire().writes()).isEmpty();
      return outcomes;
    }
  }

  /// How many records there are of something that was to be sent.
  private long decisions() {
    List<String> types = List.of("intent", "outcome", "denied");
    return scene.desk.records().stream().filter(record -> types.contains(record.type())).count();
  }

  /// The bodies without what is made anew for each.
  private static List<ObjectNode> bodies(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> outcome.ticket().request().deepCopy())
        .map(body -> body.without(List.of("clOrdId", "algoClOrdId", "reqId")))
        .map(ObjectNode.class::cast)
        .toList();
  }
}
