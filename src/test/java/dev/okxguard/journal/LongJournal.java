package dev.okxguard.journal;

import dev.okxguard.model.Time;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the journal of a long and busy life, ending now, to measure on.
///
/// Run by hand: `mvn -Pbench process-test-classes -Dbench=dev.okxguard.journal.LongJournal
/// -Dbench.args="DIRECTORY RECORDS ENTRIES_A_DAY"`.
final class LongJournal {
  private static final int TOGETHER = 50;
  private static final Duration DAY = Duration.ofDays(1);

  private final Random random = new Random(20260301);
  private final long millisApart;
  private Instant now;
  private long made;

  private LongJournal(long records, long entriesADay) {
    // Three of four orders are entries, and an order makes a little over three records.
    this.millisApart = DAY.toMillis() * 3 / 4 / entriesADay;
    this.now = Instant.now().minusMillis(millisApart * records / 3 + 60_000);
  }

  /// @param args where to, how many records, how many entries a day
  public static void main(String[] args) {
    long records = Long.parseLong(args[1]);
    new LongJournal(records, Long.parseLong(args[2])).write(Path.of(args[0]), records);
  }

  private void write(Path directory, long records) {
    try (Journal journal = Journal.open(directory, new Ticking())) {
      List<Event> next = new ArrayList<>();
      while (journal.head().seq() + next.size() < records) {
        next.addAll(order());
        if (next.size() >= TOGETHER) {
          journal.appendAll(next);
          next.clear();
        }
      }
      journal.appendAll(next);
    }
  }

  /// A few milliseconds between records, and the rest of the time between orders.
  private final class Ticking implements Time {
    @Override
    public Instant now() {
      now = now.plusMillis(millisApart / 3);
      return now;
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void pause(Duration length) {
      now = now.plus(length);
    }
  }

  private List<Event> order() {
    int kind = random.nextInt(100);
    if (kind < 5) {
      return List.of(denied());
    }
    if (kind < 7) {
      return List.of(fills());
    }
    if (kind < 9) {
      return List.of(new Event.Reconciled(now, "clean", ""));
    }
    if (kind < 10) {
      return List.of(new Event.Note("limits", "changed"));
    }
    boolean entry = kind < 77;
    String id = "okg" + Long.toString(1_000_000_000_000L + made++, 36) + "zw4uq8s6rtylc";
    String ordId = digits();
    Event.Intent intent = intent(id, entry);
    return List.of(
        intent,
        outcome(intent, ordId, "", Optional.empty()),
        outcome(intent, ordId, "filled", Optional.of(decimal(90_000))));
  }

  private Event.Intent intent(String id, boolean entry) {
    String instId = random.nextBoolean() ? "BTC-USDT-SWAP" : "SOL-USDT";
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("clOrdId", id).put("instId", instId).put("ordType", "limit");
    request.put("px", decimal(90_000).toPlainString()).put("sz", "0.05").put("tag", "okxguard");
    request.put("side", entry ? "buy" : "sell").put("tdMode", "cross");
    if (entry) {
      request.putArray("attachAlgoOrds").addObject().put("slOrdPx", "-1").put("slTriggerPx", "9.7");
    } else {
      request.put("reduceOnly", true);
    }
    boolean keyed = random.nextBoolean();
    return new Event.Intent(
        id,
        keyed ? Optional.of("key-" + made) : Optional.empty(),
        Sha256.hex(id),
        "place",
        instId.endsWith("SWAP") ? "SWAP" : "SPOT",
        instId,
        id,
        entry,
        request,
        Optional.of(decimal(50)),
        Optional.of(now.plusSeconds(5)),
        Sha256.hex("policy"));
  }

  private static Event.Outcome outcome(
      Event.Intent intent, String ordId, String state, Optional<BigDecimal> price) {
    return new Event.Outcome(
        intent.intentId(),
        intent.clOrdId(),
        "accepted",
        ordId,
        state,
        price.map(_ -> new BigDecimal("0.05")),
        price,
        "",
        "");
  }

  private Event denied() {
    return new Event.Denied(
        Optional.empty(),
        "place",
        "BTC-USDT-SWAP",
        JsonNodeFactory.instance.objectNode().put("side", "buy").put("sz", "900"),
        List.of("MAX_ORDER_SIZE: 84,000 USD of at most 5,000 USD"),
        Sha256.hex("policy"));
  }

  private Event fills() {
    return new Event.Filled(List.of(Samples.fill(digits()), Samples.fill(digits())));
  }

  private String digits() {
    return Long.toString(1_795_236_099_284_000_000L + random.nextInt(1 << 30));
  }

  private BigDecimal decimal(int around) {
    return new BigDecimal(around).add(new BigDecimal(random.nextInt(10_000)).movePointLeft(3));
  }
}
