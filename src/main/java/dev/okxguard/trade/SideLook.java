package dev.okxguard.trade;

import dev.okxguard.guard.breaker.Evaluation;
import dev.okxguard.journal.FillPieces;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.LastLook;
import dev.okxguard.journal.Latest;
import dev.okxguard.model.Daemons;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.okx.Readings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The breakers' look at the account beside or after a command that only reads. It neither changes
/// nor fails that command: it reads without the lock, and takes it, with little patience, only when
/// there is something to put on record. Nothing is done for an account without a journal, or halted
/// already.
public final class SideLook {
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /// What a page takes that was asked for already.
  private static final Duration LAST = Duration.ofMillis(500);

  private final Desk desk;
  private final String uid;
  private final Known known;
  private final FutureTask<Seen> look;
  private volatile boolean hurry;

  /// What it came to, and what it was measured against.
  private record Seen(Evaluation evaluation, BreakerRecord record) {}

  private SideLook(Desk desk, String uid, Known known) {
    this.desk = desk;
    this.uid = uid;
    this.known = known;
    this.look = new FutureTask<>(this::look);
  }

  /// A look under way; empty when there is nothing to look at, or somebody just did.
  ///
  /// @param known what the command has just read itself
  public static Optional<SideLook> start(Desk desk, Known known) {
    try {
      Optional<SideLook> look =
          desk.knownUid()
              .get()
              .filter(uid -> due(desk, uid))
              .map(uid -> new SideLook(desk, uid, known));
      look.ifPresent(started -> Daemons.start(started.look));
      return look;
    } catch (Fault fault) {
      return Optional.empty();
    }
  }

  private static boolean due(Desk desk, String uid) {
    Path account = desk.state().account(desk.environment(), uid);
    return Files.isDirectory(desk.journal(uid))
        && LastLook.of(account).due(desk.time().now(), EVERY)
        && !new Halt(desk.state()).halted(desk.environment(), uid);
  }

  private Seen look() {
    Latest latest = JournalReader.ledger(desk.journal(uid)).latest();
    desk.limits().enter(uid, Optional.empty());
    BreakerRecord record = BreakerRecord.of(latest);
    try (Readings readings = new Readings()) {
      BreakerReads reads =
          BreakerReads.start(
              new BreakerReads.Source(
                  readings,
                  desk.exchange(),
                  known.past(),
                  desk.policy().breakers(),
                  Optional.of(FillPieces.of(desk.state().account(desk.environment(), uid))),
                  () -> hurry),
              record);
      var positions = readings.start("positions", desk.exchange()::positions);
      Optional<Readings.Reading<List<Order>>> orders =
          known.instruments().isPresent()
              ? Optional.empty()
              : Optional.of(readings.start("pending orders", desk.exchange()::pendingOrders));
      var legs = readings.value(positions);
      reads.watch(
          Stream.concat(
              BreakerReads.watched(List.of(), legs, orders.flatMap(readings::value)),
              known.instruments().stream().flatMap(Set::stream)));
      var rates = DollarRates.of(reads.balance());
      return new Seen(reads.evaluate(legs, rates), record);
    }
  }

  /// A look that takes longer makes do with what it has read.
  private Seen within(Duration grace)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return look.get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      hurry = true;
      return look.get(LAST.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Waits a little for the look, and makes it last where it must. Never throws.
  ///
  /// @param grace what it may still take
  /// @param warn told when trading is halted now
  public void end(Duration grace, Consumer<String> warn) {
    try {
      Seen seen = within(grace);
      LastLook.of(desk.state().account(desk.environment(), uid)).note(desk.time().now());
      keep(seen);
      BreakerLatch.reason(seen.evaluation())
          .ifPresent(reason -> warn.accept("Trading is halted: " + reason));
    } catch (InterruptedException e) {
      look.cancel(true);
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      look.cancel(true);
      desk.progress().accept("the breakers had no time to look to the end");
    } catch (ExecutionException | RuntimeException e) {
      desk.progress().accept("the breakers could not look: " + e.getMessage());
    }
  }

  private void keep(Seen seen) {
    boolean trips = !seen.evaluation().trips().isEmpty();
    if (!trips && seen.evaluation().marks().isEmpty() && seen.evaluation().tally().isEmpty()) {
      return;
    }
    Owner owner = new Owner(uid, Optional.empty());
    try (Account account = Account.enterToReduce(desk, owner, PATIENCE)) {
      // Whoever held the lock meanwhile has looked, too, and what is on record now is theirs.
      boolean current =
          account.journaled() && BreakerRecord.of(account.ledger().latest()).equals(seen.record());
      if (trips || current) {
        new BreakerLatch(account).take(seen.evaluation(), desk.exchange().serverTime());
      }
    }
  }
}
