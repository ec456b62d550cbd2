package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.SlowNetwork;
import dev.okxguard.testing.Tampered;
import dev.okxguard.testing.WatchedTransport;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Coins sold in an emergency: each once, in orders OKX takes, and what stays has a reason.
class SpotSalesTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  private void fund(String ccy, String amount) {
    try (PaperAdmin admin = scene.desk.admin()) {
      admin.fund(ccy, new BigDecimal(amount));
    }
  }

  private Killed kill(PaperDesk.Process process) {
    return process.gateway().kill(new KillRequest(true, true, "test"), _ -> {});
  }

  private static List<String> sizes(List<Outcome> sold) {
    return sold.stream()
        .map(outcome -> outcome.ticket().request())
        .map(
            body ->
                body.path("instId").asString()
                    + " "
                    + Decimals.text(new BigDecimal(body.path("sz").asString())))
        .toList();
  }

  @Test
  void theyGoInOrdersNoLargerThanOkxTakesAndWhatStaysIsExplained() {
    fund("BTC", "20.5");
    fund("ETH", "0.00009");
    Killed killed = scene.process(this::kill);
    assertThat(killed.sold()).hasSize(3).hasOnlyElementsOfType(Outcome.Accepted.class);
    assertThat(killed.sold())
        .allSatisfy(
            sale ->
                assertThat(((Outcome.Accepted) sale).seen().orElseThrow().state().isFinal())
                    .isTrue());
    BigDecimal px = scene.price("BTC-USDT", "1");
    List<BigDecimal> parts =
        killed.sold().stream()
            .map(sale -> new BigDecimal(sale.ticket().request().path("sz").asString()))
            .toList();
    assertThat(parts)
        .allMatch(part -> part.multiply(px).compareTo(new BigDecimal("1000000")) < 0)
        .last()
        .satisfies(part -> assertThat(part).isLessThan(parts.getFirst()));
    assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("20.5");
    assertThat(killed.left().spot())
        .singleElement()
        .satisfies(
            holding -> {
              assertThat(holding.ccy()).isEqualTo("ETH");
              assertThat(holding.dust()).isTrue();
              assertThat(holding.why()).isEqualTo("below the least order of 0.0001");
            });
    assertThat(killed.state()).isEqualTo(Killed.State.DONE);
    assertThat(scene.desk.ledger().openIntents()).isEmpty();
    assertThat(scene.last("intent").data().path("action").asString()).isEqualTo("place");
    assertThat(scene.last("outcome").data().path("state").asString()).isEqualTo("filled");
  }

  @Test
  void unlessThatIsAskedForNoneIsSoldAndNoneIsMissed() {
    fund("BTC", "1");
    KillRequest request = new KillRequest(true, false, "test");
    Killed killed = scene.run(gateway -> gateway.kill(request, _ -> {}));
    assertThat(killed.sold()).isEmpty();
    assertThat(killed.left().spot()).isEmpty();
    assertThat(killed.problems()).isEmpty();
    assertThat(killed.state()).isEqualTo(Killed.State.DONE);
  }

  @Test
  void whatCannotBeSoldIsLeft() {
    fund("BTC", "1");
    Killed killed = scene.process(this::kill, "51008@POST:/trade/orderx*");
    assertThat(killed.state()).isEqualTo(Killed.State.RESIDUE);
    assertThat(killed.problems()).anyMatch(it -> it.startsWith("BTC-USDT: 51008 "));
  }

  @ParameterizedTest
  @CsvSource({"2, cash", "3, cross", "4, cross"})
  void theModeIsTheOneTheAccountHasForSpot(String level, String mode) {
    fund("BTC", "0.01");
    WatchedTransport wire =
        new WatchedTransport(
            tampered(
                (request, text) ->
                    request.path().endsWith("/account/config")
                        ? text.replaceAll("\"acctLv\":\"2\"", "\"acctLv\":\"" + level + "\"")
                        : text),
            _ -> {});
    try (PaperDesk.Process process = scene.desk.process(wire, scene.time, PaperDesk.TIMEOUT)) {
      kill(process);
    }
    assertThat(wire.writes())
        .singleElement()
        .satisfies(
            sale ->
                assertThat(new String(sale.body(), StandardCharsets.UTF_8))
                    .contains("\"tdMode\":\"" + mode + "\"", "\"side\":\"sell\""));
  }

  @Test
  void asLongAsTheBalanceCannotBeReadNobodyKnows() {
    fund("BTC", "0.01");
    Killed killed = scene.process(this::kill, "50026@GET:/account/balancex*");
    assertThat(killed.state()).isEqualTo(Killed.State.UNKNOWN);
    assertThat(killed.problems()).anyMatch(it -> it.startsWith("the balance could not be read: "));
    assertThat(killed.sold()).isEmpty();
  }

  /// Lists lag behind at times; coins that one answer lacks are held all the same.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"totalEq\":\"1\",\"details\":[]}]}",
        "?"
      })
  void oneAnswerWithoutCoinsDoesNotPassForNone(String first) {
    fund("BTC", "1");
    int[] looks = {0};
    SpotSales sales =
        sales(
            (request, text) ->
                request.path().endsWith("/account/balance") && ++looks[0] == 1 ? first : text,
            SpotSalesTest::accepted);
    assertThat(sizes(sales.sold())).containsExactly("BTC-USDT 1");
  }

  @Test
  void aSaleOfUnknownFateIsNotFollowedByAnother() {
    fund("BTC", "20.5");
    Killed killed = scene.process(this::kill, Scene.LOST, Scene.BLIND);
    assertThat(killed.sold()).hasSize(1).hasOnlyElementsOfType(Outcome.Unknown.class);
    assertThat(killed.state()).isEqualTo(Killed.State.UNKNOWN);
    assertThat(killed.problems()).anyMatch(it -> it.startsWith("BTC-USDT: not known: "));
  }

  /// Spot has no reduce-only: where OKX lends, a second sale of the same coins would owe them.
  @Test
  void aSaleThatMayStillArriveIsWaitedForAlsoByTheNextCommand() {
    fund("BTC", "1");
    WatchedTransport wire =
        new WatchedTransport(
            new SlowNetwork(
                clock -> scene.desk.transport(List.of(Scene.BLIND)),
                scene.time,
                Duration.ofMillis(4500),
                Optional.of(Duration.ofMillis(500))),
            _ -> {});
    try (PaperDesk.Process process = scene.desk.process(wire, scene.time, PaperDesk.TIMEOUT)) {
      assertThat(kill(process).sold()).hasOnlyElementsOfType(Outcome.Unknown.class);
      Killed again = kill(process);
      assertThat(again.sold()).isEmpty();
      assertThat(again.state()).isEqualTo(Killed.State.DONE);
    }
    assertThat(wire.placed()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1,     1,   0,   BTC-USDT 1, 'BTC not sold'",
    "1,     0,   1,   '',         'BTC 1 is tied up'",
    "-1,    0,   0,   '',         'BTC owed'",
    "0,     0,   0,   '',         ''",
    "0.00001, 0.00001, 0, BTC-USDT 0.00001, 'BTC not sold'",
    "0.000009, 0.000009, 0, '',   'BTC below the least order of 0.00001 (dust)'"
  })
  void whatStaysHasItsReason(String eq, String free, String tied, String sold, String left) {
    SpotSales sales = sales(balance("BTC", eq, free, tied), SpotSalesTest::rejected);
    assertThat(sizes(sales.sold())).isEqualTo(sold.isEmpty() ? List.of() : List.of(sold));
    assertThat(left(sales)).isEqualTo(left.isEmpty() ? List.of() : List.of(left));
  }

  /// A cap below the least order is none.
  @ParameterizedTest
  @CsvSource({"0.5, 1", "90000000, 1", "0, 1"})
  void aCapThatNoOrderFitsUnderIsNotHeeded(String cap, String sizes) {
    BiFunction<WireRequest, String, String> balance = balance("BTC", "1", "1", "0");
    SpotSales sales =
        sales(
            (request, text) ->
                balance
                    .apply(request, text)
                    .replaceAll("\"maxMktSz\":\"[^\"]*\"", "\"maxMktSz\":\"" + cap + "\""),
            SpotSalesTest::accepted);
    assertThat(sizes(sales.sold())).containsExactly("BTC-USDT " + sizes);
  }

  @Test
  void aHoardIsSoldInFiftyOrdersAtMost() {
    SpotSales sales = sales(balance("BTC", "6000", "6000", "0"), SpotSalesTest::accepted);
    assertThat(sales.sold()).hasSize(50);
  }

  private static Outcome accepted(Errand errand) {
    return new Outcome.Accepted(
        Ticket.bare("7", errand.wanted()), "7", Optional.empty(), false, "");
  }

  @Test
  void aCoinWithoutAPairStaysAndMoneyIsNoCoin() {
    SpotSales sales = sales(balance("XYZ", "3", "2", "1"), SpotSalesTest::rejected);
    assertThat(left(sales)).containsExactly("XYZ 1 is tied up; no live pair to sell it on");
    assertThat(left(sales(balance("USDT", "3", "2", "1"), SpotSalesTest::rejected))).isEmpty();
  }

  @Test
  void aPairThatIsNotTradedIsNone() {
    BiFunction<WireRequest, String, String> balance = balance("BTC", "1", "1", "0");
    SpotSales sales =
        sales(
            (request, text) ->
                balance.apply(request, text).replace("\"state\":\"live\"", "\"state\":\"suspend\""),
            SpotSalesTest::rejected);
    assertThat(sales.sold()).isEmpty();
    assertThat(left(sales)).containsExactly("BTC no live pair to sell it on");
  }

  @Test
  void whatCouldNotBeLookedUpStaysWithThatReason() {
    BiFunction<WireRequest, String, String> balance = balance("BTC", "1", "1", "0");
    SpotSales sales =
        sales(
            (request, text) ->
                request.path().endsWith("/public/instruments") ? "?" : balance.apply(request, text),
            SpotSalesTest::rejected);
    assertThat(left(sales)).singleElement().asString().startsWith("BTC ").contains("instruments");
  }

  @Test
  void whatBecameOfASaleIsToldUnlessItWasTaken() {
    ExchangeError error =
        new ExchangeError("51008", "no", ExchangeError.Kind.REJECTED, "too little", "", 200, "");
    assertThat(problems(t -> new Outcome.Accepted(t, "7", Optional.empty(), false, "fine")))
        .isEmpty();
    assertThat(problems(t -> new Outcome.Rejected(t, error, false)))
        .containsExactly("BTC-USDT: 51008 no (too little)");
    assertThat(problems(t -> new Outcome.NotSent(t, "no line", Optional.empty())))
        .containsExactly("BTC-USDT: not sold: no line");
    assertThat(problems(t -> new Outcome.Unknown(t, "no answer", Optional.empty())))
        .containsExactly("BTC-USDT: not known: no answer");
    assertThat(problems(t -> new Outcome.Unsafe(t, "7", Optional.empty(), "half of it")))
        .containsExactly("BTC-USDT: half of it");
    assertThat(problems(t -> new Outcome.Halted(t, "enough")))
        .containsExactly("BTC-USDT: HALTED: enough");
  }

  private List<String> problems(Function<Ticket, Outcome> outcome) {
    SpotSales sales =
        sales(
            balance("BTC", "1", "1", "0"),
            errand -> outcome.apply(Ticket.bare("7", errand.wanted())));
    assertThat(sales.sold()).hasSize(1);
    assertThat(sales.unanswered()).isEqualTo(sales.sold().getFirst() instanceof Outcome.Unknown);
    return sales.problems().toList();
  }

  private static Outcome rejected(Errand errand) {
    return new Outcome.NotSent(Ticket.bare("7", errand.wanted()), "test", Optional.empty());
  }

  /// A run of sales with these answers and that outcome of each.
  private SpotSales sales(
      BiFunction<WireRequest, String, String> answer, Function<Errand, Outcome> carry) {
    try (PaperDesk.Process process =
        scene.desk.process(tampered(answer), scene.time, PaperDesk.TIMEOUT)) {
      Desk desk = process.desk();
      Ids ids = new Ids(desk.environment(), scene.time, new Random(7));
      SpotSales sales = new SpotSales(desk, ids, carry);
      sales.run();
      return sales;
    }
  }

  private Tampered tampered(BiFunction<WireRequest, String, String> answer) {
    return new Tampered(scene.desk.transport(List.of()), answer);
  }

  /// An account that holds this alone.
  private static BiFunction<WireRequest, String, String> balance(
      String ccy, String eq, String free, String tied) {
    String answer =
        """
        {"code":"0","msg":"","data":[{"totalEq":"1","details":[
        {"ccy":"%s","eq":"%s","cashBal":"%s","availBal":"%s","frozenBal":"%s"}]}]}
        """
            .formatted(ccy, eq, eq, free, tied);
    return (request, text) -> request.path().endsWith("/account/balance") ? answer : text;
  }

  private static List<String> left(SpotSales sales) {
    return sales.left().stream()
        .map(it -> it.ccy() + " " + it.why() + (it.dust() ? " (dust)" : ""))
        .toList();
  }
}
