package dev.okxguard.trade;

import dev.okxguard.guard.Policy;
import dev.okxguard.guard.Stage;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Latest;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Moves a live account one stage on, from evidence that the exchange itself gives: its fills and
/// the permissions of the key in use. No counter of ours counts.
///
/// @param live the account's exchange
/// @param demo the demo exchange, where somebody named a profile for it
public record Promotion(TradingStop account, Exchange live, Optional<Exchange> demo) {

  /// What is known of the next stage now.
  ///
  /// @throws Fault when it cannot be read, CONFIG when times on record lie in the future or the key
  ///   belongs to another account
  public Evidence evidence(Policy.Probation wanted) {
    Optional<Latest> latest = account.ledger().map(ledger -> ledger.latest());
    AccountConfig config = live.config();
    if (!config.uid().equals(account.uid())) {
      throw new Fault(
          ExitCode.CONFIG,
          "the key belongs to account " + config.uid() + " now, not to " + account.uid(),
          "run the command again");
    }
    Instant now = live.serverTime();
    Optional<Event.Promoted> promoted = latest.flatMap(Latest::promoted);
    Stage stage = promoted.flatMap(last -> Stage.of(last.stage())).orElse(Stage.DEMO);
    Optional<Instant> since = promoted.map(Event.Promoted::at);
    past(since, now);
    past(latest.flatMap(Latest::marks).map(Event.Marks::at), now);
    past(latest.flatMap(Latest::tripped).map(Event.Tripped::at), now);
    past(latest.flatMap(Latest::tradingKey).map(Event.TradingKey::at), now);
    Reached reached = new Reached(wanted, latest, config, since.orElse(now), now);
    return new Evidence(stage, since, now, items(stage, reached));
  }

  private record Reached(
      Policy.Probation wanted,
      Optional<Latest> latest,
      AccountConfig config,
      Instant since,
      Instant now) {}

  private static void past(Optional<Instant> time, Instant now) {
    if (time.filter(now::isBefore).isPresent()) {
      throw new Fault(
          ExitCode.CONFIG,
          "the record holds " + time.get() + ", which is later than the exchange's clock, " + now,
          "a clock ran backwards or the record was changed; find out before promoting");
    }
  }

  private List<Evidence.Item> items(Stage stage, Reached reached) {
    return switch (stage) {
      case DEMO -> List.of(demoTrades(reached));
      case OBSERVE -> observed(reached);
      case PROBATION -> probation(reached);
      case FULL -> List.of();
    };
  }

  private Evidence.Item demoTrades(Reached reached) {
    int least = reached.wanted().demoTrades();
    String wanted = least + " of our orders filled on demo trading within three months";
    if (demo.isEmpty()) {
      return new Evidence.Item(
          wanted, "not read: name the profile with --demo-profile", least == 0);
    }
    Instant since = demo.get().serverTime().minus(Trades.REACH);
    int filled = new Trades(demo.get()).ours(Environment.DEMO, since);
    return new Evidence.Item(wanted, filled + " filled", filled >= least);
  }

  private List<Evidence.Item> observed(Reached reached) {
    Optional<Instant> seen =
        reached
            .latest()
            .flatMap(Latest::tradingKey)
            .map(Event.TradingKey::at)
            .filter(reached.since()::isBefore);
    Duration week = Duration.ofDays(reached.wanted().observeDays());
    Instant began = seen.orElse(reached.since());
    String counted =
        seen.map(at -> "a key that can do more was in use at " + at).orElse("since " + began);
    int fills = new Trades(live).all(reached.since());
    boolean trades = reached.config().canTrade() || reached.config().canWithdraw();
    return List.of(
        new Evidence.Item(
            week.toDays() + " days of watching with a read-only key",
            counted,
            !began.plus(week).isAfter(reached.now())),
        new Evidence.Item(
            "the key in use may only read",
            String.join(", ", new TreeSet<>(reached.config().perm())),
            !trades),
        new Evidence.Item("no fills on the account meanwhile", fills + " fills", fills == 0));
  }

  private List<Evidence.Item> probation(Reached reached) {
    int least = reached.wanted().probationTrades();
    int filled = new Trades(live).ours(Environment.LIVE, reached.since());
    Optional<Event.Tripped> tripped =
        reached.latest().flatMap(Latest::tripped).filter(it -> !it.at().isBefore(reached.since()));
    TradingState state = account.look();
    List<Evidence.Item> items = new ArrayList<>();
    items.add(
        new Evidence.Item(
            least + " of our orders filled on probation", filled + " filled", filled >= least));
    items.add(new Evidence.Item("trading is active", state.word(), state.word().equals("active")));
    items.add(
        new Evidence.Item(
            "no breaker tripped on probation",
            tripped.map(it -> it.breaker() + " at " + it.at()).orElse("none"),
            tripped.isEmpty()));
    return items;
  }

  /// Puts the next stage on record, after looking once more.
  ///
  /// @param shown what the person who promotes was shown
  /// @throws Fault DENIED when the evidence does not suffice any more, BUSY when another process
  ///   has the account
  public Stage promote(Evidence shown, Policy.Probation wanted, String reason) {
    Evidence now = evidence(wanted);
    if (!now.enough() || now.stage() != shown.stage() || !now.since().equals(shown.since())) {
      throw new Fault(
          ExitCode.DENIED,
          "the evidence changed meanwhile: " + now.text(),
          "look again with okx guard stage");
    }
    Stage next = now.stage().next().orElseThrow();
    account.promote(shown.since(), new Event.Promoted(now.at(), next.word(), now.text(), reason));
    return next;
  }
}
