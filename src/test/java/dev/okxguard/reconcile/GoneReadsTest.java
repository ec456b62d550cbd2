package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.Span;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Answers;
import dev.okxguard.testing.ManualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What became of orders that wait no more: asked for one by one, many of them in lists.
class GoneReadsTest {
  private static final Instant NOW = Samples.START;
  private static final Instant SINCE = NOW.minus(Duration.ofDays(6));

  private final Answers answers =
      new Answers()
          .to("serverTime", _ -> NOW)
          .to(
              "orderById",
              it -> known((String) it.get(1)).map(id -> order((String) it.getFirst(), id)))
          .to(
              "orders",
              it -> List.of(order(Samples.SWAP, "1"), order(Samples.SWAP, it.getFirst() + "")))
          .to("algoById", it -> known((String) it.getFirst()).map(GoneReadsTest::algo))
          .to("algoHistory", it -> List.of(algo("1"), algo(it.getFirst() + "")));

  private final GoneReads reads =
      new GoneReads(answers.exchange(), Deadline.in(Duration.ofMinutes(1), new ManualTime(NOW)));

  /// Even ids are forgotten.
  private static Optional<String> known(String id) {
    return Optional.of(id).filter(it -> Integer.parseInt(it) % 2 == 1);
  }

  private static Order order(String instId, String id) {
    return Drafts.order(draft(instId), id, "", NOW);
  }

  private static Algo algo(String id) {
    return Drafts.stop(draft(Samples.SWAP), id, "", true, NOW);
  }

  private static Draft draft(String instId) {
    return new Draft(instId, TdMode.CROSS, PosSide.NET, Side.BUY, BigDecimal.ONE);
  }

  private static List<Books.Lookup> lookups(int count, String instId, boolean algo) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> new Books.Lookup(instId, String.valueOf(n), algo))
        .toList();
  }

  private static List<Books.Lookup> both(List<Books.Lookup> some, List<Books.Lookup> others) {
    List<Books.Lookup> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  @Test
  void fewAreAskedForOneByOneAndTheForgottenLeftOut() {
    List<Books.Lookup> orders = lookups(40, Samples.SWAP, false);
    List<Books.Lookup> algos = lookups(40, Samples.SWAP, true);
    assertThat(reads.orders(both(orders, algos))).hasSize(20).containsKeys("1", "39");
    assertThat(answers.asked("orderById")).hasSize(40).contains("orderById BTC-USDT-SWAP 7");
    assertThat(answers.asked("algoById")).isEmpty();
    assertThat(reads.algos(both(orders, algos))).hasSize(20).containsKeys("1", "39");
    assertThat(answers.asked("algoById")).hasSize(40);
    assertThat(answers.asked("orders")).isEmpty();
    assertThat(answers.asked("algoHistory")).isEmpty();
  }

  @Test
  void manyAreReadInListsOfTheirTypes() {
    List<Books.Lookup> lookups =
        both(lookups(40, Samples.SWAP, false), lookups(1, Samples.PAIR, false));
    assertThat(reads.orders(lookups)).containsKeys("1", "SWAP", "SPOT", "MARGIN");
    Span span = new Span(SINCE, NOW);
    assertThat(answers.asked("orders"))
        .containsExactly("orders MARGIN " + span, "orders SPOT " + span, "orders SWAP " + span);
  }

  /// An order may wait for weeks before it goes.
  @Test
  void aFewThatTheListsLackAreAskedForOneByOne() {
    assertThat(reads.orders(lookups(61, Samples.SWAP, false))).containsKeys("1", "3", "41");
    assertThat(answers.asked("orderById")).hasSize(40).doesNotContain("orderById BTC-USDT-SWAP 1");
    assertThat(reads.algos(lookups(61, Samples.SWAP, true))).containsKeys("1", "3", "41");
    assertThat(answers.asked("algoById")).hasSize(40);
  }

  @Test
  void onlyCoinsMayBeOnCredit() {
    reads.orders(lookups(41, Samples.SWAP, false));
    assertThat(answers.asked("orders")).hasSize(1);
  }

  @Test
  void manyAlgoOrdersAreReadInListsOfEveryType() {
    assertThat(reads.algos(lookups(41, Samples.SWAP, true)))
        .hasSize(AlgoType.values().length + 21)
        .containsKeys("1", "3", "CONDITIONAL");
    assertThat(answers.asked("algoHistory"))
        .hasSize(AlgoType.values().length)
        .contains("algoHistory CONDITIONAL " + SINCE);
  }

  @Test
  void whatCannotBeReadIsNamedAllOfIt() {
    answers.to("orderById", it -> fails((String) it.get(1)));
    Unread unread =
        catchThrowableOfType(Unread.class, () -> reads.orders(lookups(2, Samples.SWAP, false)));
    assertThat(unread.problems())
        .hasSize(2)
        .anyMatch(it -> it.startsWith("order 1: no answer for 1"))
        .anyMatch(it -> it.startsWith("order 2: no answer for 2"));
  }

  private static Object fails(String what) {
    throw new Fault(ExitCode.UNREACHABLE, "no answer for " + what, "");
  }
}
