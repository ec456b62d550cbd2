package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Payloads are written in the one spelling there is for them.
class CanonicalObjectTest {
  private static final String ODD = "a \"quoted\" \\ \u0001 word, ü😀";
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00.007Z");

  static List<Event> events() {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("z", 1).put("a", ODD);
    BigDecimal some = new BigDecimal("1E+2");
    return List.of(
        Samples.intent("1", Optional.of(ODD), true),
        Samples.intent("2", Optional.empty(), false),
        Samples.outcome("1", ODD),
        new Event.Denied(Optional.of("k"), "place", ODD, node, List.of("B: b", "A: a"), "p"),
        new Event.Denied(Optional.empty(), "place", "x", node, List.of(), "p"),
        new Event.Halted(ODD, "user"),
        new Event.Reducing("because", ODD),
        new Event.Resumed("because", "user"),
        new Event.Tripped(AT, "max_drawdown", ODD),
        new Event.Marks(AT, some, some, some, "7"),
        new Event.Tally(AT, node),
        new Event.Promoted(AT, "full", "evidence", ODD),
        new Event.TradingKey(AT, "trade"),
        new Event.Pinned("net_mode", "2"),
        new Event.Filled(List.of(Samples.fill(ODD), Samples.fill("7"))),
        new Event.Filled(List.of()),
        new Event.Books(AT, "first", "", node),
        new Event.Reconciled(AT, "clean", ""),
        new Event.Note("topic", ODD));
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsWrittenInItsOneSpelling(Event event) {
    byte[] bytes = EventCodec.bytes(event);
    assertThat(bytes).isEqualTo(Canonical.bytes(Canonical.JSON.readTree(bytes)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventThatLedgersFollowIsReadAsItWasWritten(Event event) throws ChainBreak {
    ObjectNode data = (ObjectNode) Canonical.JSON.readTree(EventCodec.bytes(event));
    Optional<Event> read = EventReader.of(event.type(), data, 1);
    assertThat(read.isEmpty()).isEqualTo(List.of("denied", "fills", "note").contains(event.type()));
    if (read.isPresent()) {
      assertThat(EventCodec.bytes(read.get())).isEqualTo(EventCodec.bytes(event));
    }
  }

  @Test
  void membersOutOfTheirOrderAreRefused() {
    assertThatThrownBy(() -> CanonicalObject.bytes(data -> data.put("b", 1).put("a", 2)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> CanonicalObject.bytes(data -> data.put("a", 1).put("a", 2)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anObjectWithoutMembersAndAnArrayWithoutItemsAreWritten() {
    byte[] bytes =
        CanonicalObject.bytes(
            data ->
                data.texts("a", List.of())
                    .object("b", _ -> {})
                    .objects("c", List.of(2, 1), (item, to) -> to.put("x", item == 2)));
    assertThat(new String(bytes, UTF_8))
        .isEqualTo("{\"a\":[],\"b\":{},\"c\":[{\"x\":true},{\"x\":false}]}");
  }
}
