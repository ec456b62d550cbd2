package dev.okxguard.guard;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.OrderDraft;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;

/// How often entries may come. By the exchange's clock, over what is on record plus every
/// unresolved intent; an entry dated in the future counts as just made.
final class PaceRules {
  private PaceRules() {}

  /// Entries of the UTC day.
  record MaxDailyTrades() implements AccountRule {
    @Override
    public String name() {
      return "max_daily_trades";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.maxDailyTrades());
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      Instant midnight = facts.serverTime().truncatedTo(ChronoUnit.DAYS);
      long count = count(facts, e -> !e.time().isBefore(midnight), _ -> true, _ -> true);
      return CountRules.atMost(
          policy.maxDailyTrades(), count, "MAX_DAILY_TRADES", "entries a UTC day");
    }
  }

  /// Entries of the last 60 seconds.
  record MaxOrdersPerMinute() implements AccountRule {
    @Override
    public String name() {
      return "max_orders_per_minute";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.maxOrdersPerMinute());
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      long count = count(facts, within(facts, Duration.ofMinutes(1)), _ -> true, _ -> true);
      return CountRules.atMost(
          policy.maxOrdersPerMinute(), count, "MAX_ORDERS_PER_MINUTE", "entries a minute");
    }
  }

  /// The same order again, unless the caller named the new intent. 0 turns it off.
  record DuplicateWindow() implements Rule {
    @Override
    public String name() {
      return "duplicate_window_s";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.duplicateWindowSeconds());
    }

    @Override
    public Finding look(Situation order) {
      int seconds = order.policy().duplicateWindowSeconds();
      if (seconds <= 0 || order.intentKey()) {
        return new Finding.Skipped(seconds <= 0 ? "off" : "new intent id");
      }
      Predicate<Facts.PastEntry> recent = within(order.facts(), Duration.ofSeconds(seconds));
      Optional<Facts.PastEntry> twin =
          order.recent().stream().filter(recent.and(e -> same(e, order))).findAny();
      if (order.facts().ahead().stream().anyMatch(a -> same(a.draft(), order.draft()))) {
        return new Finding.Beyond(
            "DUPLICATE_ORDER",
            "twice",
            "the same order is in the batch already; allowed with an intent id of its own");
      }
      return twin.<Finding>map(e -> duplicate(e, seconds))
          .orElseGet(() -> new Finding.Within("no such order"));
    }

    private static boolean same(OrderDraft ahead, OrderDraft draft) {
      return ahead.instId().equals(draft.instId())
          && ahead.side() == draft.side()
          && Decimals.same(ahead.sz(), draft.sz())
          && ahead.px().map(Decimals::text).equals(draft.px().map(Decimals::text));
    }

    private static Finding duplicate(Facts.PastEntry twin, int seconds) {
      return new Finding.Beyond(
          "DUPLICATE_ORDER",
          twin.time().toString(),
          "the same order went at "
              + twin.time()
              + "; allowed after "
              + seconds
              + " s, or with an intent id of its own");
    }

    private static boolean same(Facts.PastEntry entry, Situation order) {
      OrderDraft draft = order.draft();
      Optional<BigDecimal> own = draft.ordType().priced() ? draft.px() : Optional.empty();
      Optional<BigDecimal> price = own.or(order::trigger);
      return entry.instId().equals(draft.instId())
          && entry.side() == draft.side()
          && Decimals.same(entry.sz(), draft.sz())
          && entry.px().map(Decimals::text).equals(price.map(Decimals::text));
    }
  }

  /// Entries in one direction on one instrument within an hour. 0 turns it off.
  record RepeatLimit() implements Rule {
    @Override
    public String name() {
      return "repeat_limit";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.repeatLimit());
    }

    @Override
    public Finding look(Situation order) {
      if (order.policy().repeatLimit() <= 0) {
        return new Finding.Skipped("off");
      }
      OrderDraft draft = order.draft();
      Predicate<Facts.PastEntry> alike =
          e ->
              e.instId().equals(draft.instId())
                  && e.side() == draft.side()
                  && sinceResumed(e, order);
      long count =
          count(
              order.facts(),
              within(order.facts(), Duration.ofHours(1)).and(alike),
              i -> i.instId().equals(draft.instId()) && i.side() == draft.side(),
              a -> a.instId().equals(draft.instId()) && a.side() == draft.side());
      return CountRules.atMost(
          order.policy().repeatLimit(),
          count,
          "REPEAT_LIMIT",
          "entries in one direction within an hour, then a person resumes");
    }
  }

  /// What a person saw and let go on counts no more. A resumption of the future shows that a clock
  /// is wrong, and forgets nothing.
  private static boolean sinceResumed(Facts.PastEntry entry, Situation order) {
    Instant latest = order.facts().serverTime().plus(Brakes.CLOCKS);
    return order
        .facts()
        .brakes()
        .resumed()
        .filter(at -> !at.isAfter(latest))
        .map(entry.time()::isAfter)
        .orElse(true);
  }

  /// What is on record, unresolved or ahead in the batch, and this order.
  private static long count(
      Facts facts,
      Predicate<Facts.PastEntry> past,
      Predicate<Facts.OpenIntent> open,
      Predicate<OrderDraft> ahead) {
    return AccountRule.have(facts.recent(), "order history").stream().filter(past).count()
        + facts.openIntents().stream().filter(open).count()
        + facts.ahead().stream().filter(Ahead::entry).map(Ahead::draft).filter(ahead).count()
        + 1;
  }

  private static Predicate<Facts.PastEntry> within(Facts facts, Duration window) {
    Instant since = facts.serverTime().minus(window);
    return e -> e.time().isAfter(since);
  }
}
