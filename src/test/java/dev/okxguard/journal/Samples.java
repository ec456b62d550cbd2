package dev.okxguard.journal;

import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Events as the gateway would write them, and random days of them.
final class Samples {
  private static final List<String> WORDS = List.of("accepted", "rejected", "not_sent", "unknown");

  private final Random random;
  private final TestTime time;
  private final List<String> intents = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final boolean late;
  private int made;

  /// @param late whether there are also words on intents that are settled already
  Samples(Random random, TestTime time, boolean late) {
    this.random = random;
    this.time = time;
    this.late = late;
  }

  static Event.Intent entry(String id, Optional<String> key) {
    return intent(id, key, true);
  }

  static Event.Intent intent(String id, Optional<String> key, boolean entry) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("instId", "SOL-USDT").put("side", "buy").put("sz", "1.50").put("px", "142.7");
    request.put("clOrdId", "okg" + id).put("note", "a \"quoted\" \u0001 word, ü");
    return new Event.Intent(
        id,
        key,
        "digest-" + id,
        "place",
        "SPOT",
        "SOL-USDT",
        "okg" + id,
        entry,
        request,
        Optional.of(new BigDecimal("214.050")),
        Optional.empty(),
        "policy-1");
  }

  static Event.Outcome outcome(String intentId, String word) {
    return new Event.Outcome(
        intentId,
        "okg" + intentId,
        word,
        word.equals("accepted") ? "7001" : "",
        "live",
        Optional.of(new BigDecimal("0.5")),
        Optional.empty(),
        "",
        "");
  }

  static Fill fill(String ordId) {
    return new Fill(
        InstType.SPOT,
        "SOL-USDT",
        "31",
        "41",
        ordId,
        "okg1",
        Side.SELL,
        PosSide.NET,
        new BigDecimal("142.70"),
        new BigDecimal("1E+2"),
        new BigDecimal("-0.0010"),
        "USDT",
        BigDecimal.ZERO,
        Instant.parse("2026-03-01T10:00:00.007Z"));
  }

  List<String> keys() {
    return keys;
  }

  /// Any event that makes sense next; the clock moves on.
  Event next() {
    time.advance(Duration.ofMinutes(random.nextInt(240)));
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> intent();
      case 3, 4, 5 -> outcome();
      case 6 -> new Event.Note("topic", "text " + random.nextInt());
      default -> new Event.Halted("because", "user");
    };
  }

  private Event intent() {
    String id = "i" + made++;
    intents.add(id);
    Optional<String> key = random.nextBoolean() ? Optional.of("key-" + id) : Optional.empty();
    key.ifPresent(keys::add);
    return intent(id, key, random.nextInt(3) > 0);
  }

  private Event outcome() {
    if (intents.isEmpty()) {
      return intent();
    }
    int back = random.nextInt(Math.min(6, intents.size()));
    String id = intents.get(intents.size() - 1 - back);
    String word = WORDS.get(random.nextInt(WORDS.size()));
    if (!late && !word.equals("unknown")) {
      intents.remove(id);
    }
    return outcome(id, word);
  }
}
