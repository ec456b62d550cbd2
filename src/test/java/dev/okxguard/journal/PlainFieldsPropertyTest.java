package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is read of a payload in place is what its tree says; all else is left to the tree.
class PlainFieldsPropertyTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> NAMES =
      List.of("action", "avgPx", "code", "entry", "expiry", "intentId", "key", "request", "state");

  @Test
  void whatTheGatewayUsuallyWritesNeedsNoTree() throws Exception {
    Seed.check(
        random -> {
          for (int round = 0; round < 300; round++) {
            Event event = event(random);
            assertThat(plain(event.type(), EventCodec.bytes(event))).contains(event);
          }
        });
  }

  @Test
  void aDamagedPayloadReadsAsItsTreeOrNotAtAll() throws Exception {
    Seed.check(
        random -> {
          for (int round = 0; round < 5_000; round++) {
            Event event = event(random);
            byte[] payload = EventCodec.bytes(event);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
              payload = PlainJsonPropertyTest.changed(payload, random);
            }
            requireAsTree(event.type(), payload);
          }
        });
  }

  @Test
  void otherFieldsReadAsTheirTreeOrNotAtAll() throws Exception {
    Seed.check(
        random -> {
          for (int round = 0; round < 3_000; round++) {
            Event event = event(random);
            ObjectNode data = (ObjectNode) Canonical.JSON.readTree(EventCodec.bytes(event));
            for (int changes = random.nextInt(3); changes > 0; changes--) {
              change(data, random);
            }
            requireAsTree(event.type(), Canonical.bytes(data));
            requireAsTree(event.type(), data.toString().getBytes(UTF_8));
          }
        });
  }

  private static void change(ObjectNode data, Random random) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    switch (random.nextInt(7)) {
      case 0, 1 -> data.remove(name);
      case 2 -> data.put(name, random.nextInt());
      case 3 -> data.put(name, List.of("", "0.50", "1e3", "-0", "é", "\\").get(random.nextInt(6)));
      case 4 -> data.putObject(name).put("b", 1).put("a", random.nextBoolean());
      case 5 -> data.put(name, random.nextBoolean());
      default -> data.putNull(name);
    }
  }

  private static void requireAsTree(String type, byte[] payload) throws ChainBreak {
    Optional<Event> plain = plain(type, payload);
    if (plain.isPresent()) {
      ObjectNode data = (ObjectNode) Canonical.JSON.readTree(payload);
      assertThat(EventReader.of(type, data, 1)).as(new String(payload, UTF_8)).isEqualTo(plain);
    }
  }

  private static Optional<Event> plain(String type, byte[] payload) {
    byte[] line = Line.encode(Head.NONE, Instant.EPOCH, type, payload);
    // With bytes of another line around it.
    byte[] within = new byte[line.length + 7];
    Arrays.fill(within, (byte) '}');
    System.arraycopy(line, 0, within, 3, line.length);
    return Line.parse(within, 3, 2 + line.length).flatMap(EventReader::plain);
  }

  private static Event event(Random random) {
    if (random.nextBoolean()) {
      return Samples.outcome("i" + random.nextInt(9), "accepted");
    }
    ObjectNode request = NODES.objectNode().put("instId", "SOL-USDT").put("n", random.nextInt(9));
    request.putArray("attachAlgoOrds").addObject().put("slOrdPx", "-1").putNull("slTriggerPx");
    boolean some = random.nextBoolean();
    return new Event.Intent(
        "i" + random.nextInt(9),
        some ? Optional.of("k") : Optional.empty(),
        "digest",
        "place",
        "SPOT",
        "SOL-USDT",
        "okg1",
        random.nextBoolean(),
        request,
        some ? Optional.empty() : Optional.of(new BigDecimal("214.050")),
        random.nextBoolean() ? Optional.of(Instant.EPOCH) : Optional.empty(),
        "policy-1");
  }
}
