package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.PosMode;
import dev.okxguard.paper.Adl;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Consequences;
import dev.okxguard.paper.Result;
import dev.okxguard.paper.Snapshot;
import dev.okxguard.paper.market.Market;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One paper account and all private account, trade and asset endpoints on it.
///
/// Not safe for several threads at once. Where OKX is uncertain it takes the safer reading: a
/// resting order fills in full when the last price touches it; a reduce-only order larger than its
/// position is refused; stops attached to a contract order belong to its position, which they only
/// ever reduce, and are cancelled once it is closed by other means; margin positions are kept in
/// the quote currency and bear no interest; expired options are exercised when that pays. A
/// position whose margin ratio falls to 1 is liquidated in full, with all others that share its
/// margin; there is no partial liquidation. Swaps pay funding every eight hours, futures are
/// delivered at the index price of their expiry. Auto-deleveraging happens on the operator's word
/// alone.
public final class TradingEngine {
  private static final Map<String, String> SEED = Map.of("USDT", "10000");

  /// Lines on record that count no more, beyond as many as do, before it is written anew.
  private static final int SLACK = 1_000;

  private final Market market;
  private final Account account;
  private Instant advanced;
  private long lines;

  private TradingEngine(Market market, Account account, Instant advanced, long lines) {
    this.market = market;
    this.account = account;
    this.advanced = advanced;
    this.lines = lines;
  }

  /// A new account in Futures mode and net mode, with 10000 USDT and nothing else: a coin held
  /// counts as a position, which would leave no room under the default limits.
  public static TradingEngine fresh(Market market, Instant now) {
    Changes changes = new Changes();
    Ids ids = new Ids(0, 0);
    Profile profile = new Profile(ids.next(now), PosMode.NET, Map.of(), changes);
    // Nobody trades in the moment in which the money comes.
    Instant before = toMillis(now.minusSeconds(1));
    TradingEngine engine = new TradingEngine(market, Account.of(profile, ids, changes), before, 0);
    SEED.forEach((ccy, amount) -> engine.fund(ccy, new BigDecimal(amount), before));
    changes.mark();
    return engine;
  }

  /// The account that [#save()] wrote.
  ///
  /// @param record the lines of all snapshots, in order
  /// @throws IllegalArgumentException when one of both is damaged or of a newer version
  public static TradingEngine restore(Market market, JsonNode saved, InputStream record) {
    Upgrade upgrade = Upgrade.of(saved);
    Saved document = Saved.read(upgrade.document());
    Account account = document.account();
    upgrade.rows().forEach(account::remember);
    long lines = Recorded.read(record, account::load);
    account.forget(document.advanced());
    return new TradingEngine(market, account, document.advanced(), lines);
  }

  /// The account as it is now, and what happened since the last time; [#changed()] is false
  /// afterwards. Of the record, the newest line about an order counts.
  public Snapshot save() {
    account.forget(advanced);
    List<Recorded> rows = account.changes().take();
    lines += rows.size();
    return lines > 2 * account.recorded() + SLACK ? whole() : snapshot(false, rows);
  }

  /// The same with the whole record, in place of what was written before.
  Snapshot whole() {
    account.forget(advanced);
    account.changes().take();
    List<Recorded> rows = account.record();
    lines = rows.size();
    return snapshot(true, rows);
  }

  private Snapshot snapshot(boolean anew, List<Recorded> rows) {
    return new Snapshot(Saved.write(account, advanced), anew, Recorded.lines(rows));
  }

  /// Whether anything worth saving happened since the last [#save()].
  public boolean changed() {
    return account.changes().any();
  }

  /// The account's number.
  public String uid() {
    return account.profile().uid();
  }

  /// The least id that any order, fill or bill of that moment, or later, has.
  public static long leastId(Instant at) {
    return Ids.least(at);
  }

  /// Whether that endpoint is answered here.
  public boolean serves(String method, String path) {
    return Routes.find(method, path).isPresent();
  }

  /// Answers one call, after matching resting orders up to its time.
  ///
  /// @throws IllegalArgumentException for an endpoint that is not served here
  public Result handle(Call call) {
    Routes.Handler handler =
        Routes.find(call.method(), call.path())
            .orElseThrow(() -> new IllegalArgumentException("not served: " + call.path()));
    advance(call.now());
    Result result = answer(handler, call);
    new Moment(session()).settle();
    return result;
  }

  private Result answer(Routes.Handler handler, Call call) {
    try {
      return handler.answer(session(), call);
    } catch (Refused refused) {
      return Result.failure(refused.status(), refused.code(), refused.getMessage());
    }
  }

  /// Matches resting orders, fires stops and liquidates with what the market did since the last
  /// time, in the order in which prices reached them; keeps cancel-all-after timers, funding times
  /// and deliveries, each at its time. Doing it again for the same time changes nothing; a time
  /// before the last one counts as the last one.
  public void advance(Instant now) {
    Instant to = toMillis(now);
    if (to.isAfter(advanced)) {
      new Passage(account, market, advanced, to).run(advanced);
      advanced = to;
    }
  }

  /// Adds money to the account, or takes it when the amount is negative, with a transfer bill.
  ///
  /// @throws IllegalArgumentException when more is taken than is free
  public void fund(String ccy, BigDecimal amount, Instant now) {
    advance(now);
    // A currency without a price must not get in: nothing could be valued any more.
    market.usd(ccy, advanced);
    BigDecimal available = session().funds().of(ccy).availBal();
    if (available.add(amount).signum() < 0) {
      throw new IllegalArgumentException(
          "only " + Decimals.text(available) + " " + ccy + " can be taken");
    }
    String subType = amount.signum() < 0 ? "12" : "11";
    Ledger.Entry entry = new Ledger.Entry("1", subType, Optional.empty());
    account.ledger().post(entry, ccy, Contracts.money(amount), advanced);
  }

  /// Lets the prices of now have their effect at once, without time passing.
  public void react(Instant now) {
    advance(now);
    new Moment(session()).react();
  }

  /// Does some work on the account or its prices, and tells what came of it.
  public Consequences during(Runnable work) {
    Witness witness = new Witness(account);
    work.run();
    return witness.tell(session());
  }

  /// Takes a position, or a part of it, away at the mark price, as OKX's auto-deleveraging does.
  ///
  /// @throws IllegalArgumentException when there is no such position, several, or less than that
  public void deleverage(Adl adl, Instant now) {
    advance(now);
    new Deleveraging(session()).run(adl);
  }

  private Session session() {
    return new Session(account, market, advanced);
  }

  private static Instant toMillis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
