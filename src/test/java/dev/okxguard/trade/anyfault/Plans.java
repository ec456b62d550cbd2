package dev.okxguard.trade.anyfault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random plans of faults, at any step of a command.
final class Plans {
  private static final List<String> AT_WRITES =
      List.of(
          "lost-reply",
          "lost-request",
          "delay=3000",
          "delay=12000",
          "delay-after=12000",
          "50001",
          "50001+effect",
          "50004",
          "50004+effect",
          "50013",
          "50013+effect",
          "50026",
          "50026+effect",
          "51016",
          "51016+effect",
          "51054",
          "51054+effect",
          "51149",
          "51149+effect",
          "http-502",
          "http-502+effect",
          "http-503",
          "http-408+effect",
          "empty",
          "truncated",
          "garbage",
          "429",
          "429x3",
          "50011",
          "51008",
          "50101",
          "50102",
          "50105",
          "50110",
          "50113",
          "50119",
          "50120",
          "clock-skew=40000",
          "clock-skew=-40000",
          "clock-skew=7000",
          "partial=1",
          "partial=1+effect",
          "partial=2",
          "partial=2+effect");

  private static final List<String> AT_READS =
      List.of(
          "lost-reply",
          "lost-request",
          "50001",
          "50004",
          "50013",
          "50026",
          "429",
          "http-502",
          "http-503",
          "empty",
          "truncated",
          "garbage",
          "delay=2500",
          "delay-after=2500",
          "delay=11000",
          "50102",
          "50110",
          "50119");

  private static final List<String> READS =
      List.of(
          "/account/config",
          "/public/time",
          "/account/balance",
          "/account/positions",
          "/account/leverage-info",
          "/trade/order",
          "/trade/orders-pending",
          "/trade/orders-history",
          "/trade/orders-history-archive",
          "/trade/fills",
          "/trade/order-algo",
          "/trade/orders-algo-pending",
          "/trade/orders-algo-history",
          "/public/instruments",
          "/public/mark-price",
          "/public/price-limit",
          "/market/ticker",
          "/market/books",
          "/market/index-tickers",
          "*");

  private Plans() {}

  /// One to three faults, mostly one of them where the write goes out, and sometimes orders that
  /// show late.
  ///
  /// @param writes the ends of the paths the writes go to
  static List<String> one(Random random, List<String> writes) {
    List<String> plan = new ArrayList<>();
    if (random.nextInt(5) > 0) {
      String at = any(AT_WRITES, random);
      boolean counted = at.endsWith("x3");
      String kind = counted ? at.substring(0, at.length() - 2) : at;
      plan.add(kind + "@POST:" + any(writes, random) + (counted ? "x3" : nth(random)));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      plan.add(any(AT_READS, random) + "@GET:" + any(READS, random) + times(random));
    }
    if (random.nextInt(3) == 0) {
      plan.add("late-visibility=" + random.nextInt(2_500));
    }
    return plan;
  }

  private static String nth(Random random) {
    return random.nextInt(4) == 0 ? "#" + (1 + random.nextInt(3)) : "";
  }

  private static String times(Random random) {
    int choice = random.nextInt(3);
    return choice == 0 ? "x*" : (choice == 1 ? "#" : "x") + (1 + random.nextInt(6));
  }

  private static String any(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
