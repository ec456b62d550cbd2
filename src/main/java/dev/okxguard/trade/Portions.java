package dev.okxguard.trade;

import dev.okxguard.guard.breaker.Tally;
import dev.okxguard.journal.FillPieces;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Span;
import dev.okxguard.okx.Exchange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Reads fills for the looks beside commands that only read: at most a portion of those that nobody
/// has read yet, which it keeps where there are more, so that the next look goes on from there.
/// What happened since the newest of those kept is read in whole.
final class Portions implements Stretch.Reader<Fill> {
  /// Five seconds at OKX.
  static final int MOST = 15_000;

  private final Exchange exchange;
  private final FillPieces pieces;
  private final Ration<Fill> ration;
  private final Instant settled;

  /// What a look asks for.
  private record Asked(Instant since, Optional<Instant> until) {}

  /// @param most about as many of those that may be kept
  /// @param hurry whether what was read has to do
  Portions(Exchange exchange, FillPieces pieces, int most, BooleanSupplier hurry) {
    this.exchange = exchange;
    this.pieces = pieces;
    this.settled = exchange.serverTime().minus(Tally.LATE).truncatedTo(ChronoUnit.MILLIS);
    this.ration = Ration.ofFills(exchange, settled, most, hurry);
  }

  @Override
  public Instant read(Instant since, Optional<Instant> until, Consumer<Fill> each) {
    Optional<FillPieces.Chain> chain = pieces.chain(settled);
    Optional<Span> held =
        chain
            .flatMap(kept -> kept.span().since(since))
            .flatMap(span -> until.map(span::until).orElse(Optional.of(span)));
    return held.isPresent()
        ? around(chain.get(), held.get(), new Asked(since, until), each)
        : alone(since, until, each);
  }

  private Instant alone(Instant since, Optional<Instant> until, Consumer<Fill> each) {
    List<Fill> read = new ArrayList<>();
    Instant reached = ration.read(since, until, read::add);
    if (reached.isAfter(since)) {
      keep(reached, until, read);
      return reached;
    }
    read.forEach(each);
    return since;
  }

  private Instant around(FillPieces.Chain chain, Span held, Asked asked, Consumer<Fill> each) {
    List<Fill> newer = new ArrayList<>();
    if (asked.until().isEmpty() || held.to().isBefore(asked.until().get())) {
      exchange.eachFill(held.to(), asked.until(), newer::add, () -> false);
    }
    List<Fill> older = new ArrayList<>();
    Instant reached =
        asked.since().isBefore(held.from())
            ? ration.read(asked.since(), Optional.of(held.from()), older::add)
            : asked.since();
    if (reached.isAfter(asked.since())) {
      keep(held.to(), asked.until(), newer);
      keep(reached, Optional.of(held.from()), older);
      return reached;
    }
    newer.forEach(each);
    chain.each(
        fill -> {
          if (held.holds(fill.time())) {
            each.accept(fill);
          }
        });
    older.forEach(each);
    return asked.since();
  }

  private void keep(Instant from, Optional<Instant> until, List<Fill> fills) {
    Instant to = until.filter(settled::isAfter).orElse(settled).truncatedTo(ChronoUnit.MILLIS);
    if (from.isBefore(to)) {
      pieces.keep(new Span(from, to), fills);
    }
  }
}
