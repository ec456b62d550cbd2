package dev.okxguard.reconcile;

import static dev.okxguard.reconcile.Samples.intent;
import static dev.okxguard.reconcile.Samples.num;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the journal's intents make ours.
class OursTest {
  @ParameterizedTest
  @CsvSource({"place, clOrdId", "close, clOrdId", "algo, algoClOrdId"})
  void whatWePlacedIsOursWithItsStops(String action, String field) {
    Ours ours = Ours.of(List.of(Samples.intentWithStop(action, field, "okg1", "okg1s")));
    assertThat(ours.clOrdIds()).containsExactlyInAnyOrder("okg1", "okg1s");
    assertThat(ours.attached()).containsOnlyKeys("okg1");
    assertThat(ours.attached().get("okg1")).containsExactly("okg1s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "cancel-algo", "cancel-batch", "amend", "amend-algo", "other"})
  void whatWeCancelOrChangeNeedNotBeOurs(String action) {
    Ours ours = Ours.of(List.of(intent(action, "clOrdId", "theirs", "algoClOrdId", "stop")));
    assertThat(ours.clOrdIds()).isEmpty();
    assertThat(ours.gave("theirs")).isFalse();
  }

  @Test
  void aPlacementWithoutAClientIdMakesNothingOurs() {
    Ours ours = Ours.of(List.of(intent("place", "instId", "A-B")));
    assertThat(ours.clOrdIds()).isEmpty();
    assertThat(ours.attached()).isEmpty();
    assertThat(ours.gave("")).isFalse();
  }

  @Test
  void cancelsAreKnownByAnyIdAndFromBatches() {
    ObjectNode batch = JsonNodeFactory.instance.objectNode();
    batch.putArray("orders").addObject().put("ordId", "5").put("instId", "A-B");
    Ours ours =
        Ours.of(
            List.of(
                intent("cancel", "ordId", "1"),
                intent("cancel", "clOrdId", "c2"),
                intent("cancel-algo", "algoId", "3"),
                intent("cancel-algo", "algoClOrdId", "c4"),
                intent("cancel-batch", batch),
                intent("place", "ordId", "6")));
    assertThat(ours.cancelled()).containsExactlyInAnyOrder("1", "c2", "3", "c4", "5");
    assertThat(ours.cancelled("1", "")).isTrue();
    assertThat(ours.cancelled("x", "c2")).isTrue();
    assertThat(ours.cancelled("x", "")).isFalse();
  }

  @Test
  void whatWeAskedForIsKnownByIdAndNumber() {
    Ours ours =
        Ours.of(
            List.of(
                intent("amend", "ordId", "1", "newPx", "100.50", "reqId", "7"),
                intent("amend", "ordId", "1", "newSz", "2"),
                intent("amend-algo", "algoClOrdId", "c", "newSlTriggerPx", "40000")));
    assertThat(ours.asked("1", "", "px", num("100.5"))).isTrue();
    assertThat(ours.asked("1", "", "sz", num("2.0"))).isTrue();
    assertThat(ours.asked("1", "", "px", num("2.0"))).isFalse();
    assertThat(ours.asked("1", "", "px", num("7"))).isFalse();
    assertThat(ours.asked("9", "c", "px", num("40000"))).isTrue();
    assertThat(ours.asked("9", "", "px", num("40000"))).isFalse();
    assertThat(ours.asked()).containsOnlyKeys("1", "c");
  }

  @Test
  void leverageIsKnownByLeg() {
    Event.Intent asked =
        intent("set-leverage", "instId", "A-B-C", "mgnMode", "cross", "lever", "10");
    assertThat(Ours.of(List.of(asked, asked)).levers().values()).containsExactly(num("10"));
    assertThat(Ours.of(List.of(intent("set-leverage", "lever", "many"))).levers()).isEmpty();
  }

  @Test
  void ofWhatWeAskedForOnlyTheLastCounts() {
    Ours ours =
        Ours.of(
            List.of(
                intent("amend", "ordId", "1", "newPx", "100", "newSz", "2"),
                intent("amend", "ordId", "1", "newPx", "200"),
                intent("set-position-mode", "posMode", "net_mode"),
                intent("set-position-mode", "posMode", "long_short_mode")));
    assertThat(ours.asked("1", "", "px", num("100"))).isFalse();
    assertThat(ours.asked("1", "", "px", num("200"))).isTrue();
    assertThat(ours.asked("1", "", "sz", num("2"))).isTrue();
    assertThat(ours.posMode()).contains("long_short_mode");
  }

  @ParameterizedTest
  @CsvSource({"rejected, 3", "not_sent, 3", "accepted, 50", "unknown, 50"})
  void whatWasRefusedWasNeverAskedFor(String outcome, String lever) {
    Gathered gathered = new Gathered();
    gathered.take(leverage("i1", "3"));
    gathered.settled("i1", "accepted", "");
    gathered.take(leverage("i2", "50"));
    gathered.settled("i2", outcome, "");
    assertThat(gathered.ours().levers().values()).containsExactly(num(lever));
  }

  @ParameterizedTest
  @CsvSource({"rejected, false", "not_sent, false", "accepted, true", "unknown, true"})
  void aCancelThatWasRefusedExplainsNothing(String outcome, boolean known) {
    Gathered gathered = new Gathered();
    gathered.take(of("i1", intent("cancel", "ordId", "1")));
    gathered.take(of("i2", intent("cancel-algo", "algoId", "2")));
    gathered.take(of("i3", intent("cancel", "ordId", "3")));
    gathered.take(of("i4", intent("cancel", "ordId", "3")));
    assertThat(gathered.ours().cancelled()).containsExactlyInAnyOrder("1", "2", "3");
    for (String id : List.of("i1", "i2", "i4")) {
      gathered.settled(id, outcome, "");
    }
    gathered.settled("i3", "accepted", "3");
    assertThat(gathered.ours().cancelled("1", "")).isEqualTo(known);
    assertThat(gathered.ours().cancelled("2", "")).isEqualTo(known);
    assertThat(gathered.ours().cancelled("3", "")).as("the other was taken").isTrue();
  }

  private static Event.Intent leverage(String id, String lever) {
    return of(id, intent("set-leverage", "instId", "A-B-C", "mgnMode", "cross", "lever", lever));
  }

  private static Event.Intent of(String id, Event.Intent it) {
    return new Event.Intent(
        id,
        it.key(),
        it.digest(),
        it.action(),
        it.instType(),
        it.instId(),
        it.clOrdId(),
        it.entry(),
        it.request(),
        it.notionalUsd(),
        it.expiry(),
        it.policy());
  }

  @Test
  void nothingIsNothing() {
    assertThat(Ours.of(List.of())).isEqualTo(Ours.NOTHING);
  }
}
