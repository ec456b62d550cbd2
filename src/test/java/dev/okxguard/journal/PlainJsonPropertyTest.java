package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The quick reading of a payload may give up on anything, but what it reads is what Jackson reads.
class PlainJsonPropertyTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String TELLING = "{}[]\",:\\ \n0123456789-.eE+truefalsn/a\u0001\u007fü";

  private static final List<String> STRINGS =
      List.of("", "a", "BTC-USDT", "0.05", "~\u007f", "a b", "ü", "\"", "\\", "\u0000", "😀");

  @Test
  void anyPayloadReadsAsJacksonReadsIt() throws Exception {
    Seed.check(
        random -> {
          for (int round = 0; round < 3_000; round++) {
            requireAsJackson(Canonical.bytes(object(random, 0)));
          }
        });
  }

  @Test
  void anyDamagedPayloadReadsAsJacksonReadsItOrNotAtAll() throws Exception {
    Seed.check(
        random -> {
          Samples samples = new Samples(random, new TestTime(), true);
          for (int round = 0; round < 5_000; round++) {
            byte[] payload = EventCodec.bytes(samples.next());
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
              payload = changed(payload, random);
            }
            requireAsJackson(payload);
          }
        });
  }

  @Test
  void whatTheGatewayUsuallyWritesNeedsNoJackson() {
    ObjectNode request = NODES.objectNode().put("instId", "SOL-USDT").put("reduceOnly", true);
    request.putArray("attachAlgoOrds").addObject().put("slOrdPx", "-1").putNull("slTriggerPx");
    request.put("n", 1_795_236_099_284L).putArray("none");
    assertThat(plain(Canonical.bytes(request))).contains(request);
    byte[] outcome = EventCodec.bytes(Samples.outcome("i1", "accepted"));
    assertThat(plain(outcome)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "01",
        "2147483647",
        "2147483648",
        "999999999999999999",
        "1000000000000000000",
        "9223372036854775808",
        "1.0",
        "1e3",
        "truE",
        "true1",
        "nul",
        "",
        "\"\u0001\"",
        "\"\\u0041\"",
        "{\"b\":1,\"a\":2}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,}",
        "{\"a\"}",
        "{1:2}",
        "[1,]",
        "[1 ,2]",
        "[[[[[]]]]]"
      })
  void anOddValueReadsAsJacksonReadsItOrNotAtAll(String value) {
    requireAsJackson(("{\"v\":" + value + "}").getBytes(UTF_8));
    requireAsJackson(("{\"v\":" + value + "}}").getBytes(UTF_8));
    requireAsJackson(value.getBytes(UTF_8));
  }

  @Test
  void nestingThatWouldOverflowTheStackIsLeftToJackson() {
    assertThat(plain(nested(29))).isPresent();
    assertThat(plain(nested(30))).isEmpty();
    assertThat(plain(nested(200_000))).isEmpty();
  }

  private static byte[] nested(int deep) {
    return ("{\"v\":" + "[".repeat(deep) + "]".repeat(deep) + "}").getBytes(UTF_8);
  }

  /// Both within other bytes, as a payload stands in its segment.
  private static Optional<ObjectNode> plain(byte[] payload) {
    byte[] within = new byte[payload.length + 7];
    Arrays.fill(within, (byte) '}');
    System.arraycopy(payload, 0, within, 3, payload.length);
    return PlainJson.object(within, 3, 3 + payload.length);
  }

  private static void requireAsJackson(byte[] payload) {
    Optional<ObjectNode> plain = plain(payload);
    if (plain.isPresent()) {
      assertThat(jackson(payload)).as(new String(payload, UTF_8)).contains(plain.get());
    }
  }

  private static Optional<JsonNode> jackson(byte[] payload) {
    try {
      return Optional.of(Canonical.JSON.readTree(payload));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  static byte[] changed(byte[] payload, Random random) {
    int at = random.nextInt(payload.length);
    int end = Math.min(payload.length, at + random.nextInt(3));
    String letter = "";
    if (random.nextInt(4) > 0) {
      letter = TELLING.substring(random.nextInt(TELLING.length())).substring(0, 1);
    }
    byte[] head = Arrays.copyOf(payload, at);
    byte[] tail = Arrays.copyOfRange(payload, end, payload.length);
    byte[] middle = letter.getBytes(UTF_8);
    byte[] all = Arrays.copyOf(head, at + middle.length + tail.length);
    System.arraycopy(middle, 0, all, at, middle.length);
    System.arraycopy(tail, 0, all, at + middle.length, tail.length);
    return all.length == 0 ? payload : all;
  }

  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = NODES.objectNode();
    for (int i = random.nextInt(5); i > 0; i--) {
      object.set(string(random), value(random, depth + 1));
    }
    return object;
  }

  private static ArrayNode array(Random random, int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(value(random, depth + 1));
    }
    return array;
  }

  private static JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth > 5 ? 5 : 7)) {
      case 0 -> NODES.booleanNode(random.nextBoolean());
      case 1 -> NODES.numberNode(random.nextInt());
      case 2 -> NODES.numberNode(random.nextLong() >> random.nextInt(64));
      case 3 -> NODES.nullNode();
      case 4 -> NODES.stringNode(string(random));
      case 5 -> object(random, depth);
      default -> array(random, depth);
    };
  }

  private static String string(Random random) {
    return STRINGS.get(random.nextInt(random.nextInt(4) == 0 ? STRINGS.size() : 6));
  }
}
