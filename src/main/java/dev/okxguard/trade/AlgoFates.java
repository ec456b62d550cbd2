package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.okx.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What became of algo orders. OKX has no expiry for them: it takes a request as long as its
/// signature is good, so that absence proves something only after that.
final class AlgoFates {
  /// Enough to outlast a signature.
  private static final int ROUNDS = 40;

  private AlgoFates() {}

  private static boolean same(Algo algo, Event.Intent intent) {
    return algo.instId().equals(intent.instId());
  }

  private static String algoId(Event.Intent intent) {
    return intent.request().path("algoId").asString("");
  }

  /// The algo order that the intent changes or cancels. One that does not show by its id may wait
  /// all the same: a read lags behind at times.
  private static Optional<Algo> named(Exchange exchange, Event.Intent intent, boolean late) {
    String id = algoId(intent);
    Optional<Algo> shown = exchange.algoById(id);
    return shown.isPresent() || !late
        ? shown
        : exchange.pendingAlgos().stream().filter(algo -> algo.algoId().equals(id)).findFirst();
  }

  /// Whether an algo order exists or existed: by its client id, among the waiting ones of all
  /// types, among those that are over.
  record Placed(Exchange exchange) implements Fate {
    /// An algo order older than its intent by more than this is another use of the same id. A day,
    /// because with no expiry on record only the local clock tells when the intent was written, and
    /// clocks are wrong by hours at times; a false absence would be worse than a false find.
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    /// When the intent was written, or a little later: what OKX drops at its expiry it took before,
    /// by its own clock, however wrong the local one is.
    private static Instant written(Event.Intent intent, Instant since) {
      return intent.expiry().orElse(since);
    }

    @Override
    public Optional<Resolution> look(Event.Intent intent, Instant since, boolean late) {
      Instant from = written(intent, since).minus(CLOCK_TOLERANCE);
      Optional<Algo> found =
          exchange.algo(new ClOrdId(intent.clOrdId())).filter(a -> fits(a, intent, from));
      if (found.isEmpty() && late) {
        found = matching(exchange.pendingAlgos(), intent, from).or(() -> over(intent, from));
      }
      return found.map(
          algo ->
              new Resolution.Done(
                  algo.algoId(), "OKX knows the algo order; it is " + algo.state().word()));
    }

    private Optional<Algo> over(Event.Intent intent, Instant from) {
      return AlgoType.of(intent.request().path("ordType").asString(""))
          .flatMap(type -> matching(exchange.algoHistory(type, from), intent, from));
    }

    private static Optional<Algo> matching(List<Algo> algos, Event.Intent intent, Instant from) {
      return algos.stream().filter(algo -> fits(algo, intent, from)).findFirst();
    }

    /// Whether it is the one the intent wanted, by what no amendment can change.
    private static boolean fits(Algo algo, Event.Intent intent, Instant from) {
      return algo.algoClOrdId().equals(intent.clOrdId())
          && same(algo, intent)
          && algo.side().word().equals(intent.request().path("side").asString(""))
          && !algo.created().isBefore(from);
    }

    @Override
    public Resolution nothing(Event.Intent intent) {
      return new Resolution.Absent(
          "OKX never accepted it: its signature is too old by now, and twice neither the waiting"
              + " algo orders nor those that are over know it");
    }

    @Override
    public int rounds() {
      return ROUNDS;
    }
  }

  /// Whether an algo order is as an amendment wanted it.
  record Amended(Exchange exchange) implements Fate {
    private static final String GONE =
        "the algo order is no longer known to OKX; whether it was changed before it ended cannot be"
            + " told, and nothing of it waits";

    @Override
    public Optional<Resolution> look(Event.Intent intent, Instant since, boolean late) {
      Optional<Algo> algo = named(exchange, intent, late);
      if (algo.isEmpty()) {
        return Optional.<Resolution>of(new Resolution.Forgotten(GONE)).filter(_ -> late);
      }
      return algo.filter(seen -> AlgoChanges.of(intent.request()).madeOn(seen))
          .map(seen -> new Resolution.Done(seen.algoId(), "the algo order is as wanted"));
    }

    @Override
    public Resolution nothing(Event.Intent intent) {
      return new Resolution.Absent("the algo order is not as wanted; the amendment did not arrive");
    }

    @Override
    public int rounds() {
      return ROUNDS;
    }
  }

  /// Whether an algo order is gone; see [CancelFate].
  record Cancelled(Exchange exchange) implements Fate {
    @Override
    public Optional<Resolution> look(Event.Intent intent, Instant since, boolean late) {
      Optional<Algo> algo = named(exchange, intent, late);
      if (algo.map(waiting -> !waiting.state().isFinal()).orElse(!late)) {
        return Optional.empty();
      }
      String state =
          algo.map(Algo::state).map(AlgoState::word).orElse("no longer known to the exchange");
      return Optional.of(new Resolution.Done(algoId(intent), "the algo order is " + state));
    }

    @Override
    public Resolution nothing(Event.Intent intent) {
      return new Resolution.Absent("the algo order still waits at OKX; the cancel did not arrive");
    }

    /// Whoever cancels does not want to wait for proof; the algo order's state is plain to see.
    @Override
    public int rounds() {
      return 4;
    }
  }
}
