package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Side;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One fault at the moment the order goes out: what is said is what is so, and one order at most.
class FaultsAtPlaceTest {
  private static final String AT_PLACE = "@POST:/trade/order";
  private static final String WRITTEN = "@GET:/trade/orderx*";

  @TempDir Path home;
  private PaperDesk desk;
  private Truth truth;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, ManualTime.at("2026-11-21T10:00:00Z"), 7);
    truth = new Truth(desk);
  }

  @ParameterizedTest
  @CsvSource({
    "lost-reply, Accepted",
    "lost-request, NotSent",
    "delay=4000, Accepted",
    "delay=12000, NotSent",
    "delay-after=12000, Accepted",
    "50001, NotSent",
    "50001+effect, Accepted",
    "50004, NotSent",
    "50004+effect, Accepted",
    "50013, NotSent",
    "50013+effect, Accepted",
    "50026, NotSent",
    "50026+effect, Accepted",
    "51016, NotSent",
    "51016+effect, Accepted",
    "51054, NotSent",
    "51054+effect, Accepted",
    "51149, NotSent",
    "51149+effect, Accepted",
    "http-408, NotSent",
    "http-408+effect, Accepted",
    "http-502, NotSent",
    "http-502+effect, Accepted",
    "http-503+effect, Accepted",
    "empty, Accepted",
    "truncated, Accepted",
    "garbage, Accepted",
    "429, NotSent",
    "50011, NotSent",
    "50061, NotSent",
    "51008, Rejected",
    "50036, Rejected",
    "50101, Rejected",
    "50102, Rejected",
    "50105, Rejected",
    "50110, Rejected",
    "50111, Rejected",
    "50113, Rejected",
    "50119, Rejected",
    "50120, Rejected"
  })
  void theOutcomeIsTheTruth(String fault, String outcome) {
    Truth.Attempt attempt =
        truth.place(Orders.buy("20", "k"), List.of(fault + AT_PLACE, "late-visibility=1500"));
    assertThat(attempt.told()).isEqualTo(outcome);
    assertThat(attempt.sent()).isEqualTo(1);
    truth.holds(attempt, desk.accepted());
    truth.journalAgrees();
  }

  @Test
  void aFateThatCannotBeReadIsUnknownAndStopsTheNextEntryUntilItIsKnown() {
    Truth.Attempt first =
        truth.place(Orders.buy("20", "k"), List.of("lost-reply" + AT_PLACE, "50026" + WRITTEN));
    assertThat(first.unknown()).isTrue();
    truth.holds(first, desk.accepted());

    Truth.Attempt next = truth.place(Orders.buy("30", "other"), List.of("50026" + WRITTEN));
    assertThat(next.sent()).isZero();
    assertThat(next.outcome())
        .hasValueSatisfying(
            outcome ->
                assertThat(outcome)
                    .isInstanceOfSatisfying(
                        Outcome.Denied.class,
                        denied -> {
                          assertThat(denied.unresolved()).isTrue();
                          assertThat(denied.denials())
                              .extracting("rule")
                              .containsExactly("unresolved");
                        }));

    Truth.Attempt later = truth.place(Orders.buy("30", "other"), List.of());
    assertThat(later.told()).isEqualTo("Accepted");
    assertThat(desk.accepted()).hasSize(2);
    truth.journalAgrees();
  }

  @Test
  void anOrderOfUnknownFateIsNeverSentAgainUnderItsKey() {
    PlaceRequest request = Orders.buy("20", "k");
    truth.place(request, List.of("lost-reply" + AT_PLACE, "50026" + WRITTEN));
    Truth.Attempt again = truth.place(request, List.of("50026" + WRITTEN));
    assertThat(again.unknown()).isTrue();
    assertThat(again.sent()).isZero();
    Truth.Attempt settled = truth.place(request, List.of());
    assertThat(settled.told()).isEqualTo("Accepted");
    assertThat(settled.sent()).isZero();
    assertThat(desk.accepted()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"50026", "http-502", "empty", "truncated", "garbage", "lost-reply"})
  void whileTheAnswersFailNothingIsProven(String fault) {
    for (String path : List.of("/trade/order", "/trade/orders-pending", "/trade/fills")) {
      PaperDesk fresh =
          new PaperDesk(home.resolve(path.substring(7)), ManualTime.at("2026-11-21T10:00:00Z"), 7);
      Truth there = new Truth(fresh);
      // The snapshot reads pending orders and fills once, before the order goes out.
      String when = path.endsWith("order") ? "x*" : "";
      List<String> faults =
          when.isEmpty()
              ? List.of(
                  "lost-request" + AT_PLACE,
                  fault + "@GET:" + path + "#2",
                  fault + "@GET:" + path + "#3",
                  fault + "@GET:" + path + "#4",
                  fault + "@GET:" + path + "#5")
              : List.of("lost-request" + AT_PLACE, fault + "@GET:" + path + when);
      Truth.Attempt attempt = there.place(Orders.buy("20", "k"), faults);
      assertThat(attempt.told()).as(path).isEqualTo("Unknown");
      assertThat(there.place(Orders.buy("20", "k"), List.of()).told()).isEqualTo("Accepted");
      there.journalAgrees();
    }
  }

  @Test
  void cancellingGoesOnWhileAFateIsUnknown() {
    Truth.Attempt resting =
        truth.place(Orders.limit(Side.BUY, "0.0002", price("0.99"), "rest"), List.of());
    String ordId = ((Outcome.Accepted) resting.outcome().orElseThrow()).ordId();
    truth.place(Orders.buy("20", "k"), List.of("lost-reply" + AT_PLACE, "50026" + WRITTEN));
    try (PaperDesk.Process process =
        desk.process(
            "50026@GET:/trade/fillsx*",
            "50026@GET:/trade/orders-pendingx*",
            "50026@GET:/trade/orderx4")) {
      Outcome outcome =
          process
              .gateway()
              .cancel(new CancelRequest(Orders.PAIR, Optional.of(ordId), Optional.empty()));
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(desk.accepted())
        .filteredOn(o -> o.ordId().equals(ordId))
        .allMatch(o -> o.state().isFinal());
  }

  private String price(String factor) {
    try (PaperDesk.Process process = desk.process()) {
      return process
          .exchange()
          .quote(Orders.PAIR)
          .orElseThrow()
          .last()
          .multiply(new BigDecimal(factor))
          .setScale(1, RoundingMode.DOWN)
          .toPlainString();
    }
  }
}
