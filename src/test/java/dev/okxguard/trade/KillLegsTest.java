package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReplies;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/// How an emergency stop takes a leg off: the safe way first, the other after a refusal.
class KillLegsTest {
  @TempDir Path home;
  private final List<Write> sent = new ArrayList<>();
  private Scene scene;
  private String answers = "";

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  /// Legs of an account of that level, with one answer after the other, the last again and again.
  private void with(String level, String replies, Consumer<KillLegs> work) {
    answers = replies;
    Tampered wire =
        new Tampered(
            scene.desk.transport(List.of()),
            (request, text) ->
                request.path().endsWith("/account/config")
                    ? text.replace("\"acctLv\":\"2\"", "\"acctLv\":\"" + level + "\"")
                    : text);
    try (PaperDesk.Process process = scene.desk.process(wire, scene.time, PaperDesk.TIMEOUT);
        Account account = Account.enter(process.desk(), process.exchange().config())) {
      Ids ids = new Ids(process.desk().environment(), scene.time, new Random(7));
      Reductions requests = new Reductions(process.desk(), ids, account, (write, _) -> next(write));
      work.accept(new KillLegs(process.desk(), ids, account, requests));
    }
  }

  private WriteReplies next(Write write) {
    sent.add(write);
    String letter = answers.substring(0, 1);
    answers = answers.length() > 1 ? answers.substring(1) : answers;
    return Replies.of(letter);
  }

  private List<Position> held() {
    return scene.process(process -> process.exchange().positions());
  }

  @ParameterizedTest
  @CsvSource({
    "2, A, ORDER ORDER ORDER",
    "2, R, ORDER CLOSE ORDER",
    "2, U, ORDER ORDER ORDER",
    "2, N, ORDER ORDER ORDER",
    "4, A, CLOSE CLOSE CLOSE",
    "4, R, CLOSE ORDER CLOSE",
    "4, U, CLOSE CLOSE CLOSE",
    "4, UR, CLOSE CLOSE CLOSE"
  })
  void theOtherWayIsTriedOnlyAfterARefusal(String level, String replies, String ways) {
    scene.hold("1");
    List<Position> held = held();
    with(
        level,
        replies,
        legs -> {
          for (int pass = 0; pass < 3; pass++) {
            legs.close(held);
          }
        });
    assertThat(sent.stream().map(Write::name)).containsExactly(ways.split(" "));
  }

  /// Nothing keeps an order of such an account from opening the reverse.
  @ParameterizedTest
  @CsvSource({
    "RAR, CLOSE ORDER CLOSE CLOSE CLOSE",
    "RARA, CLOSE ORDER CLOSE CLOSE CLOSE",
    "GA, CLOSE CLOSE CLOSE CLOSE CLOSE",
    "RRRA, CLOSE ORDER CLOSE ORDER CLOSE"
  })
  void aLegThatTheListShowsStillIsNotTurned(String replies, String ways) {
    scene.hold("1");
    List<Position> held = held();
    with("4", replies, legs -> IntStream.range(0, 5).forEach(_ -> legs.close(held)));
    assertThat(sent.stream().map(Write::name)).containsExactly(ways.split(" "));
  }

  /// Nor by an order that an earlier command sent, as long as that may arrive.
  @Test
  void aLegWhoseOrderMayStillArriveIsNotTurnedByTheNextCommand() {
    scene.hold("1");
    List<Position> held = held();
    with("4", "RU", legs -> IntStream.range(0, 2).forEach(_ -> legs.close(held)));
    with("4", "RA", legs -> IntStream.range(0, 3).forEach(_ -> legs.close(held)));
    scene.time.advance(Duration.ofSeconds(40));
    with("4", "RA", legs -> IntStream.range(0, 2).forEach(_ -> legs.close(held)));
    assertThat(sent.stream().map(Write::name))
        .containsExactly("CLOSE ORDER CLOSE CLOSE CLOSE CLOSE ORDER".split(" "));
  }

  /// What takes nothing off and adds nothing is no reason to hold an exit back.
  @ParameterizedTest
  @CsvSource({"cancel, CLOSE ORDER", "cancel-algo, CLOSE ORDER", "close, CLOSE CLOSE"})
  void aLegWaitsForNoLostCancel(String action, String ways) {
    scene.hold("1");
    List<Position> held = held();
    scene.process(
        process -> {
          try (Account account = Account.enter(process.desk(), process.exchange().config())) {
            account.record(lost(action));
          }
          return "";
        });
    with("4", "RA", legs -> IntStream.range(0, 2).forEach(_ -> legs.close(held)));
    assertThat(sent.stream().map(Write::name)).containsExactly(ways.split(" "));
  }

  private static Event.Intent lost(String action) {
    return new Event.Intent(
        "lost1",
        Optional.empty(),
        "digest",
        action,
        "SWAP",
        Positions.LINEAR,
        "",
        false,
        JsonNodeFactory.instance.objectNode().put("instId", Positions.LINEAR).put("ordId", "1"),
        Optional.empty(),
        Optional.empty(),
        "policy");
  }

  @Test
  void afterAPartThatWasNotTakenNoMoreAreSent() {
    new Positions(scene.desk, scene.time).fund("USDT", "90000000");
    Positions.Kind leg = Positions.Kind.of("SOL-USDT-SWAP cross net");
    for (int i = 0; i < 3; i++) {
      new Positions(scene.desk, scene.time).trade(leg.order(Side.BUY, new BigDecimal("30000")));
    }
    List<Position> held = held();
    with("2", "A", legs -> legs.close(held));
    assertThat(sent).as("in parts").hasSizeGreaterThan(2);
    sent.clear();
    with("2", "AR", legs -> legs.close(held));
    assertThat(sent).hasSize(2);
  }

  @Test
  void whatStandsAgainstALegIsToldAsLongAsItIsOpen() {
    scene.hold("1");
    List<Position> held = held();
    with(
        "2",
        "RUNA",
        legs -> {
          legs.close(held);
          assertThat(legs.problems(held))
              .containsExactly("BTC-USDT-SWAP cross: 51400 gone (is over)");
          assertThat(legs.unanswered(held)).isFalse();
          legs.close(held);
          assertThat(legs.problems(held))
              .containsExactly("BTC-USDT-SWAP cross: no clear answer: gone");
          assertThat(legs.unanswered(held)).isTrue();
          assertThat(legs.unanswered(List.of())).isFalse();
          legs.close(held);
          assertThat(legs.problems(held)).containsExactly("BTC-USDT-SWAP cross: no line");
          assertThat(legs.problems(List.of())).isEmpty();
          legs.close(held);
          assertThat(legs.problems(held)).isEmpty();
        });
  }

  @Test
  void onlyALegThatIsSmallerThanItWasCountsAsClosed() {
    scene.hold("1");
    List<Position> held = held();
    scene.hold("1");
    List<Position> more = held();
    with(
        "2",
        "A",
        legs -> {
          legs.close(held);
          assertThat(legs.closed(held)).isEmpty();
          assertThat(legs.closed(more)).isEmpty();
          assertThat(legs.closed(List.of()))
              .singleElement()
              .satisfies(
                  closed -> {
                    assertThat(closed.before()).isEqualByComparingTo("1");
                    assertThat(closed.left()).isZero();
                  });
        });
  }
}
