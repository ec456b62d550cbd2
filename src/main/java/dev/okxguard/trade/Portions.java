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

  /// @param most about as many of those that may be kept
  Portions(Exchange exchange, FillPieces pieces, int most) {
    this.exchange = exchange;
    this.pieces = pieces;
    this.settled = exchange.serverTime().minus(Tally.LATE).truncatedTo(ChronoUnit.MILLIS);
    this.ration = Ration.ofFills(exchange, settled, most);
  }

  @Override
  public Instant read(Instant since, Optional<Instant> until, Consumer<Fill> each) {
    Optional<Span> held =
        pieces
            .span(settled)
            .flatMap(span -> span.since(since))
            .flatMap(span -> until.map(span::until).orElse(Optional.of(span)));
    return held.isPresent() ? around(held.get(), since, until, each) : alone(since, until, each);
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

  private Instant around(Span held, Instant since, Optional<Instant> until, Consumer<Fill> each) {
    List<Fill> newer = new ArrayList<>();
    if (until.isEmpty() || held.to().isBefore(until.get())) {
      exchange.eachFill(held.to(), until, newer::add, () -> false);
    }
    List<Fill> older = new ArrayList<>();
    Instant reached =
        since.isBefore(held.from())
            ? ration.read(since, Optional.of(held.from()), older::add)
            : since;
    if (reached.isAfter(since)) {
      keep(held.to(), until, newer);
      keep(reached, Optional.of(held.from()), older);
      return reached;
    }
    newer.forEach(each);
    pieces.each(held, settled, each);
    older.forEach(each);
    return since;
  }

  private void keep(Instant from, Optional<Instant> until, List<Fill> fills) {
    Instant to = until.filter(settled::isAfter).orElse(settled).truncatedTo(ChronoUnit.MILLIS);
    if (from.isBefore(to)) {
      pieces.keep(new Span(from, to), fills);
    }
  }
}
