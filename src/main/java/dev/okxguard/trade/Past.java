package dev.okxguard.trade;

import dev.okxguard.guard.breaker.Statement;
import dev.okxguard.guard.breaker.Tally;
import dev.okxguard.model.Bill;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Span;
import dev.okxguard.okx.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Fills and bills as the breakers count by them, of which a command may have read some already.
public final class Past {
  /// How far back the breakers look at fills, less what a command may take: what it reads of
  /// earlier ones comes from the archive, which lags behind.
  private static final Duration FILLS = Duration.ofDays(3).minusHours(2);

  private final Supplier<Instant> clock;
  private Optional<Lately> lately = Optional.empty();

  /// What is held of what was read.
  private record Lately(Instant oldest, Stretch<Fill> fills, Stretch<Bill> bills) {
    static Lately before(Instant now) {
      Instant oldest = now.minus(FILLS);
      return new Lately(
          oldest,
          new Stretch<>(Fill::time, new Slim()::of, oldest),
          new Stretch<>(Bill::time, new Slim()::of, now.truncatedTo(ChronoUnit.DAYS)));
    }
  }

  private Past(Supplier<Instant> clock) {
    this.clock = clock;
  }

  /// Of which nothing is read yet.
  ///
  /// @param clock the exchange's; this computer's may be hours off
  public static Past by(Supplier<Instant> clock) {
    return new Past(clock);
  }

  static Past unread() {
    return by(() -> Instant.EPOCH);
  }

  /// Takes in what was read: all of that span, newest first, asked for when it was over for as long
  /// as the exchange may be late. It begins at the end of the span before, or earlier.
  public void add(Span read, List<Fill> fills, List<Bill> bills) {
    Lately held = held();
    lately = Optional.of(held);
    if (!read.from().isBefore(held.oldest)) {
      held.fills.add(read, fills);
    }
    held.bills.add(read, bills);
  }

  private Lately held() {
    return lately.orElseGet(() -> Lately.before(clock.get()));
  }

  /// All since then, newest first.
  ///
  /// @throws Fault UNREACHABLE where they were too many for the reader, who goes on at the next
  ///   look
  List<Fill> fills(Instant since, Stretch.Reader<Fill> reader) {
    Stretch.Told<Fill> told = held().fills.since(since, reader);
    if (!told.unread().isEmpty()) {
      throw new Fault(
          ExitCode.UNREACHABLE,
          "those before "
              + told.unread().getFirst().to()
              + " are left to the next looks: there are more than one look reads",
          "run it again");
    }
    return told.all();
  }

  /// Those of the spans asked for, or of as much of them as one look reads.
  Statement bills(Exchange exchange, Wanted wanted) {
    Ration<Bill> ration = Ration.ofBills(exchange, wanted.most(), wanted.hurry());
    Slim slim = new Slim();
    Stretch.Told<Bill> told = held().bills.since(wanted.since(), ration::read);
    for (Span span : wanted.before()) {
      told.read(ration::read, span.from(), Optional.of(span.to()), slim::of);
    }
    return new Statement(told.all(), told.unread());
  }

  /// Which bills one look wants.
  ///
  /// @param since all from then on
  /// @param before and those of these spans before it, newest first
  /// @param most about as many of them all
  /// @param hurry whether what was read has to do
  record Wanted(Instant since, List<Span> before, int most, BooleanSupplier hurry) {
    /// All since then that the tally lacks.
    static Wanted of(Optional<Tally> tally, Instant from, int most, BooleanSupplier hurry) {
      Instant since = tally.map(Tally::next).filter(from::isBefore).orElse(from);
      List<Span> before =
          tally.stream()
              .flatMap(kept -> kept.unread().stream())
              .flatMap(span -> span.since(from).stream())
              .toList();
      return new Wanted(since, before, most, hurry);
    }
  }
}
