package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.testing.PaperDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/// One word on record for a request of several: open where one of it is, else what was taken.
class ReductionsTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    scene.rest("one");
    scene.rest("two");
  }

  /// Sends reductions that get these answers.
  private Reductions with(Reductions.Sender sender, Consumer<Reductions> work) {
    try (PaperDesk.Process process = scene.desk.process();
        Account account = Account.enter(process.desk(), process.exchange().config())) {
      Ids ids = new Ids(process.desk().environment(), scene.time, new Random(7));
      Reductions reductions = new Reductions(process.desk(), ids, account, sender);
      work.accept(reductions);
      return reductions;
    }
  }

  private List<Order> resting() {
    return scene.process(process -> process.exchange().pendingOrders());
  }

  private Reductions cancel(Reductions.Sender sender) {
    List<Order> both = resting();
    return with(sender, reductions -> reductions.cancelOrders(both));
  }

  private String word() {
    var data = scene.last("outcome").data();
    return data.path("outcome").asString() + " " + data.path("message").asString("");
  }

  @ParameterizedTest
  @CsvSource({
    "AA, 'accepted ', '', ''",
    "AR, 'accepted 51400 gone', 51400 gone (is over), ''",
    "RR, 'rejected 51400 gone', 51400 gone (is over), ''",
    "NN, 'not_sent no line', '', no line",
    "NR, 'rejected 51400 gone', 51400 gone (is over), no line",
    "AU, 'unknown gone', '', ''",
    "UR, 'unknown 51400 gone', 51400 gone (is over), ''"
  })
  void theWordIsTheGravest(String replies, String word, String refusal, String remark) {
    Reductions reductions = cancel((_, _) -> Replies.of(replies));
    assertThat(word()).isEqualTo(word);
    assertThat(reductions.requests()).isEqualTo(1);
    assertThat(String.join("; ", reductions.refusals())).isEqualTo(refusal);
    assertThat(String.join("; ", reductions.remarks())).isEqualTo(remark);
    assertThat(reductions.cancelUnanswered()).isEqualTo(replies.contains("U"));
    assertThat(reductions.met())
        .isEqualTo(resting().stream().map(Order::ordId).collect(Collectors.toSet()));
  }

  @Test
  void aRequestThatCouldNotBeMadeIsNotSentAndKeepsNoOtherFromGoing() {
    Reductions reductions =
        cancel(
            (_, _) -> {
              throw new Fault(ExitCode.AUTH, "no key", "");
            });
    assertThat(word()).isEqualTo("not_sent no key");
    assertThat(reductions.remarks()).containsExactly("no key");
    assertThat(reductions.cancelUnanswered()).isFalse();
  }

  @Test
  void aLostCancelIsSettledOnceNoneOfItsOrdersRests() {
    List<Order> both = resting();
    String one = both.getFirst().ordId();
    Reductions still =
        with(
            (_, _) -> Replies.of("UU"),
            reductions -> {
              reductions.cancelOrders(both);
              reductions.seen(Set.of(one));
            });
    assertThat(still.cancelUnanswered()).isTrue();
    Reductions settled =
        with(
            (_, _) -> Replies.of("UU"),
            reductions -> {
              reductions.cancelOrders(both);
              reductions.seen(Set.of("another"));
            });
    assertThat(settled.cancelUnanswered()).isFalse();
    assertThat(word()).isEqualTo("accepted none of the orders rests any more");
  }

  @ParameterizedTest
  @CsvSource({"A, 'accepted ', 77", "R, 'rejected 51400 gone', ''", "U, 'unknown gone', ''"})
  void aCloseIsOnRecordWithItsOrder(String reply, String word, String ordId) {
    scene.hold("1");
    Leg leg = scene.process(process -> Leg.of(process.exchange().positions().getFirst()));
    Reductions reductions =
        with(
            (_, _) -> Replies.of(reply),
            it ->
                it.close(
                    Write.ORDER,
                    leg,
                    new ClOrdId("okgpclosing"),
                    JsonNodeFactory.instance.objectNode().put("side", "sell")));
    assertThat(word()).isEqualTo(word);
    assertThat(scene.last("outcome").data().path("ordId").asString("")).isEqualTo(ordId);
    assertThat(reductions.cancelUnanswered()).as("no cancel").isFalse();
    assertThat(reductions.requests()).isEqualTo(1);
  }

  @Test
  void aCloseThatCouldNotBeMadeIsAnsweredSo() {
    scene.hold("1");
    Leg leg = scene.process(process -> Leg.of(process.exchange().positions().getFirst()));
    with(
        (_, _) -> {
          throw new Fault(ExitCode.AUTH, "no key", "");
        },
        it ->
            assertThat(
                    it.close(
                        Write.CLOSE,
                        leg,
                        new ClOrdId("okgpclosing"),
                        JsonNodeFactory.instance.objectNode()))
                .isEqualTo(new WriteReply.NotSent("no key")));
  }
}
