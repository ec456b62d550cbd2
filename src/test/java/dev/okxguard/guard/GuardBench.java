package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.NOW;
import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.num;

import dev.okxguard.model.Algo;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long one evaluation takes on an account with 100 positions, 1,000 resting orders, 100
/// waiting algo orders and 1,000 entries of today: percentiles over warm runs that take turns.
///
/// Run by hand; a figure of time is no test: `mvn -Pbench process-test-classes`.
final class GuardBench {
  private static final int POSITIONS = 100;
  private static final int ORDERS = 1000;
  private static final int WARM_UP = 3_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int RUNS = 5_000;

  private GuardBench() {}

  public static void main(String[] args) {
    Map<String, Scene> scenes = new HashMap<>();
    scenes.put("limit entry", busy(Samples.limit(SWAP, Side.BUY, "1")));
    scenes.put("market entry", busy(Samples.market(SWAP, Side.BUY, "1")));
    scenes.put("entry with a stop", busy(stopped()));
    scenes.put("spot entry", busy(Samples.limit(SPOT, Side.BUY, "0.01")));
    scenes.put("exit", busy(exit()));
    scenes.put("denied entry", busy(Samples.limit(SWAP, Side.BUY, "900")));
    measure(scenes, WARM_UP);
    report(measure(scenes, RUNS), System.out);
  }

  private static Map<String, long[]> measure(Map<String, Scene> scenes, int runs) {
    Map<String, long[]> taken = new HashMap<>();
    scenes.keySet().forEach(name -> taken.put(name, new long[runs]));
    Guard guard = new Guard();
    long seen = 0;
    for (int run = 0; run < runs; run++) {
      for (Map.Entry<String, Scene> scene : scenes.entrySet()) {
        Scene order = scene.getValue();
        long start = THREADS.getCurrentThreadCpuTime();
        Judgement judgement = guard.judge(order.draft(), order.facts(), order.policy());
        taken.get(scene.getKey())[run] = THREADS.getCurrentThreadCpuTime() - start;
        seen += judgement.checks().size();
      }
    }
    if (seen == 0) {
      throw new IllegalStateException("nothing was judged");
    }
    return taken;
  }

  private static void report(Map<String, long[]> taken, PrintStream out) {
    out.println("microseconds of processor time for one evaluation, " + RUNS + " each, in turns");
    out.printf("%-20s %8s %8s %8s %8s%n", "", "p50", "p99", "p99.9", "max");
    taken.forEach((name, all) -> out.println(row(name, all)));
    long[] every = taken.values().stream().flatMapToLong(Arrays::stream).toArray();
    out.println(row("all", every));
  }

  private static String row(String name, long[] nanos) {
    Arrays.sort(nanos);
    return "%-20s %8s %8s %8s %8s"
        .formatted(name, at(nanos, 500), at(nanos, 990), at(nanos, 999), at(nanos, 1000));
  }

  private static BigDecimal at(long[] sorted, int permille) {
    int index = (int) Math.min(sorted.length - 1L, (long) sorted.length * permille / 1000);
    return BigDecimal.valueOf(sorted[index], 3).setScale(1, java.math.RoundingMode.HALF_UP);
  }

  private static OrderDraft stopped() {
    return Scene.buying("1").stop("52000", "49000").draft();
  }

  private static OrderDraft exit() {
    return With.with(Samples.market(SWAP, Side.SELL, "1"), "reduceOnly", true);
  }

  private static Scene busy(OrderDraft draft) {
    Map<String, Instrument> instruments = new HashMap<>();
    Map<String, BigDecimal> marks = new HashMap<>();
    List<Position> positions = new ArrayList<>();
    List<Order> orders = new ArrayList<>();
    List<Algo> algos = new ArrayList<>();
    for (int i = 0; i < POSITIONS; i++) {
      String id = i == 0 ? SWAP : "C" + i + (i % 3 == 0 ? "-USD-SWAP" : "-USDT-SWAP");
      boolean inverse = id.endsWith("-USD-SWAP");
      instruments.put(
          id, Samples.contract(id, inverse ? "BTC" : "USDT", inverse, inverse ? "100" : "0.01"));
      marks.put(id, num("50000"));
      positions.add(Samples.position(id, PosSide.NET, i % 2 == 0 ? "3" : "-3"));
      algos.add(With.with(AlgoSamples.entering("1"), "instId", id));
    }
    List<String> ids = List.copyOf(instruments.keySet());
    for (int i = 0; i < ORDERS; i++) {
      Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
      orders.add(Samples.pending(ids.get(i % POSITIONS), side, PosSide.NET, "2"));
    }
    instruments.put(SPOT, Samples.spot());
    marks.put(SPOT, num("50000"));
    return Scene.of(draft)
        .facts("instruments", instruments)
        .facts("marks", marks)
        .facts("positions", Optional.of(positions))
        .facts("pendingOrders", Optional.of(orders))
        .facts("pendingAlgos", Optional.of(algos))
        .facts("recent", past())
        .policy("minCashRatio", num("0.0001"))
        .policy("maxOrderSize", num("5000"))
        .policy("duplicateWindowSeconds", 10)
        .policy("repeatLimit", 5000)
        .policy("maxOpenPositions", 10000)
        .policy("maxDailyTrades", 5000);
  }

  private static List<Facts.PastEntry> past() {
    List<Facts.PastEntry> past = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      past.add(Samples.past(NOW.minusSeconds(20 + i), Side.BUY, "1"));
    }
    return past;
  }
}
