package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Denial;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Record;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Write;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.WatchedTransport;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A resting order changed: judged as what it becomes, and never taken for what it did not become.
class AmendTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;
  private BigDecimal last;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
    try (PaperDesk.Process process = desk.process()) {
      last = process.exchange().quote(Orders.PAIR).orElseThrow().last();
    }
  }

  private String at(String factor) {
    return last.multiply(new BigDecimal(factor)).setScale(1, RoundingMode.DOWN).toPlainString();
  }

  /// A resting buy of about that many dollars.
  private Order rest(String usd) {
    String sz = new BigDecimal(usd).divide(last, 5, RoundingMode.DOWN).toPlainString();
    try (PaperDesk.Process process = desk.process()) {
      Outcome outcome =
          process.gateway().place(Orders.limit(Side.BUY, sz, at("0.99"), "rest" + usd));
      return ((Outcome.Accepted) outcome).seen().orElseThrow();
    }
  }

  private static AmendRequest change(Order order, String sz, String px, String key) {
    return new AmendRequest(
        order.instId(),
        Optional.of(order.ordId()),
        Optional.empty(),
        number(sz),
        number(px),
        false,
        Optional.of(key).filter(k -> !k.isEmpty()));
  }

  private static Optional<BigDecimal> number(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  private Outcome amend(AmendRequest request, String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return process.gateway().amend(request);
    }
  }

  private Order now(Order order) {
    try (PaperDesk.Process process = desk.process()) {
      return process.exchange().orderById(order.instId(), order.ordId()).orElseThrow();
    }
  }

  private static BigDecimal times(Order order, String factor) {
    return order.sz().multiply(new BigDecimal(factor)).setScale(5, RoundingMode.DOWN);
  }

  private static List<String> codes(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Denied.class);
    return ((Outcome.Denied) outcome).denials().stream().map(Denial::code).toList();
  }

  @Test
  void theOrderHasTheNewValuesAndTheJournalSaysSo() {
    Order order = rest("20");
    String sz = times(order, "1.5").toPlainString();
    Outcome outcome = amend(change(order, sz, at("0.985"), ""));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Accepted.class,
            it -> {
              assertThat(it.remark()).isEmpty();
              assertThat(it.seen().orElseThrow().sz()).isEqualByComparingTo(sz);
              assertThat(it.seen().orElseThrow().px().orElseThrow())
                  .isEqualByComparingTo(at("0.985"));
            });
    Record intent =
        desk.records().stream()
            .filter(r -> r.data().path("action").asString("").equals("amend"))
            .findFirst()
            .orElseThrow();
    assertThat(intent.data().path("clOrdId").asString()).isEqualTo(order.clOrdId());
    assertThat(intent.data().at("/request/newSz").asString())
        .isEqualTo(new BigDecimal(sz).stripTrailingZeros().toPlainString());
    assertThat(desk.ledger().openIntents()).isEmpty();
  }

  /// 90 USD rest; 150 would break the limit of 100 an order and a position.
  @Test
  void theOrderItLeavesBehindMeetsTheLimits() {
    Order order = rest("90");
    Outcome outcome = amend(change(order, times(order, "1.7").toPlainString(), "", ""));
    assertThat(codes(outcome)).contains("MAX_ORDER_SIZE", "MAX_POSITION_SIZE");
    assertThat(now(order).sz()).isEqualByComparingTo(order.sz());
  }

  @Test
  void theOrderItChangesDoesNotCountBesideTheNewOne() {
    Order order = rest("60");
    assertThat(amend(change(order, "", at("0.995"), ""))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aPriceOutsideTheCollarIsDenied() {
    Order order = rest("20");
    assertThat(codes(amend(change(order, "", at("0.9"), "")))).containsExactly("PRICE_COLLAR");
  }

  @Test
  void lessSizePassesWhereNoEntryWould() throws IOException {
    Order order = rest("60");
    Files.writeString(home.resolve("guard.toml"), "[limits]\nmax_order_size = 10\n");
    String less = times(order, "0.9").toPlainString();
    assertThat(codes(amend(change(order, less, at("0.985"), "")))).contains("MAX_ORDER_SIZE");
    assertThat(amend(change(order, less, "", ""))).isInstanceOf(Outcome.Accepted.class);
    assertThat(now(order).sz()).isEqualByComparingTo(less);
  }

  @Test
  void lessSizeIsStillASizeTheInstrumentHas() {
    Order order = rest("60");
    assertThat(codes(amend(change(order, "0.000001", "", "")))).containsExactly("SIZE");
  }

  @Test
  void aHaltStopsIt() {
    Order order = rest("60");
    new Halt(desk.state()).set(Environment.PAPER, desk.uid(), "enough", time);
    String less = times(order, "0.5").toPlainString();
    assertThat(amend(change(order, less, "", ""))).isInstanceOf(Outcome.Halted.class);
    assertThat(now(order).sz()).isEqualByComparingTo(order.sz());
  }

  @Test
  void raisingCountsAsAnEntryOfItsMinute() {
    Order order = rest("20");
    for (int i = 0; i < 4; i++) {
      assertThat(amend(change(order, "", at("0.98" + (1 + i)), "")))
          .isInstanceOf(Outcome.Accepted.class);
    }
    Outcome next = amend(change(order, "", at("0.987"), ""));
    assertThat(codes(next)).contains("REPEAT_LIMIT");
  }

  @Test
  void anOrderThatIsNotOursIsChangedAndSaidToBe() {
    try (PaperDesk.Process process = desk.process()) {
      var body =
          process
              .exchange()
              .orderBody(
                  Orders.limit(Side.BUY, "0.0003", at("0.99"), "x").draft(),
                  new ClOrdId("manual1"));
      process.exchange().send(Write.ORDER, body, Optional.of(time.now().plusSeconds(5)));
      AmendRequest request =
          new AmendRequest(
              Orders.PAIR,
              Optional.empty(),
              Optional.of("manual1"),
              number("0.0002"),
              Optional.empty(),
              false,
              Optional.empty());
      Outcome outcome = process.gateway().amend(request);
      assertThat(((Outcome.Accepted) outcome).remark()).contains("not placed by okx-guard");
    }
  }

  @Test
  void whatIsGoneOrSoAlreadyIsRefusedWithoutARequest() {
    Order order = rest("20");
    refused(change(order, order.sz().toPlainString(), "", ""), "already");
    try (PaperDesk.Process process = desk.process()) {
      process
          .gateway()
          .cancel(new CancelRequest(order.instId(), Optional.of(order.ordId()), Optional.empty()));
    }
    refused(change(order, "0.0001", "", ""), "canceled");
  }

  private void refused(AmendRequest request, String why) {
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.gateway().amend(request))
          .isInstanceOfSatisfying(
              Outcome.Rejected.class, no -> assertThat(no.error().message()).contains(why));
      assertThat(process.wire().writes()).isEmpty();
    }
  }

  @Test
  void oneKeyIsOneChange() {
    Order order = rest("20");
    String more = times(order, "1.5").toPlainString();
    assertThat(amend(change(order, more, "", "k"))).isInstanceOf(Outcome.Accepted.class);
    amend(change(order, order.sz().toPlainString(), "", ""));
    Outcome again = amend(change(order, more, "", "k"));
    assertThat(((Outcome.Accepted) again).replayed()).isTrue();
    assertThat(now(order).sz()).isEqualByComparingTo(order.sz());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lost-reply",
        "lost-request",
        "50004",
        "50004+effect",
        "http-502",
        "http-502+effect",
        "truncated",
        "empty",
        "51149",
        "51149+effect",
        "delay=12000",
        "delay-after=12000",
        "429"
      })
  void whateverHappensToTheRequestTheWordIsTheOrders(String fault) {
    Order order = rest("20");
    BigDecimal more = times(order, "1.5");
    Outcome outcome =
        amend(change(order, more.toPlainString(), "", ""), fault + "@POST:/trade/amend-order");
    boolean changed = now(order).sz().compareTo(more) == 0;
    assertThat(outcome).isInstanceOf(changed ? Outcome.Accepted.class : Outcome.NotSent.class);
    assertThat(desk.ledger().openIntents()).isEmpty();
    String word = desk.records().getLast().data().path("outcome").asString();
    assertThat(word).isEqualTo(changed ? "accepted" : "not_sent");
  }

  @Test
  void anUnknownChangeBlocksEntriesUntilTheNextCommandSettlesIt() {
    Order order = rest("20");
    BigDecimal more = times(order, "1.5");
    Outcome outcome =
        amend(
            change(order, more.toPlainString(), "", ""),
            "lost-reply@POST:/trade/amend-order",
            "50026@GET:/trade/order#2",
            "50026@GET:/trade/order#3",
            "50026@GET:/trade/order#4",
            "50026@GET:/trade/order#5");
    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    try (PaperDesk.Process process = desk.process("50026@GET:/trade/orderx*")) {
      assertThat(Truth.place(Orders.buy("20", "k"), process).told()).contains("unresolved");
    }
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.gateway().resolve())
          .extracting(Resolved::word)
          .containsExactly("accepted");
    }
  }

  @Test
  void aChangeOfAnOrderThatIsFilledMeanwhileIsNotTakenForDone() {
    Order order = rest("20");
    BigDecimal more = times(order, "1.5");
    WatchedTransport wire =
        new WatchedTransport(
            desk.transport(List.of("lost-reply@POST:/trade/amend-order")),
            request -> {
              if (request.path().endsWith("/trade/amend-order")) {
                try (PaperAdmin admin = desk.admin()) {
                  admin.setPrice(
                      Orders.PAIR, new BigDecimal(at("0.98")), Optional.empty(), Optional.empty());
                }
                time.advance(Duration.ofSeconds(1));
              }
            });
    try (PaperDesk.Process process = desk.process(wire, time, PaperDesk.TIMEOUT)) {
      Outcome outcome = process.gateway().amend(change(order, more.toPlainString(), "", ""));
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.NotSent.class, it -> assertThat(it.reason()).contains("filled"));
    }
    assertThat(now(order).state()).isEqualTo(OrderState.FILLED);
    assertThat(desk.ledger().openIntents()).isEmpty();
  }
}
