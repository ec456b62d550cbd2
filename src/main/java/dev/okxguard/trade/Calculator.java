package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.Facts;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.FeeRates;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.util.Optional;

/// What an order would be, on the market of this moment. Reads alone: it takes no lock, judges
/// nothing and leaves no trace.
public final class Calculator {
  private final Exchange exchange;
  private final Environment environment;

  public Calculator(Exchange exchange, Environment environment) {
    this.exchange = exchange;
    this.environment = environment;
  }

  /// The order's size in every unit, and its figures.
  ///
  /// @throws Fault REJECTED when there is no such instrument, USAGE when there is no such size,
  ///   UNREACHABLE when it depends on something that could not be read
  public Calculation of(PlaceRequest request) {
    Snapshot snapshot = new MarketReader(exchange, environment).read(request.draft());
    String instId = request.draft().instId();
    if (snapshot.hasNo(instId)) {
      throw new Fault(ExitCode.REJECTED, Judged.unknown(instId).message(), "");
    }
    return switch (Sizer.of(request.draft(), request.size(), snapshot.facts())) {
      case Sized.Ready(var draft) ->
          new Calculation(draft, estimate(exchange, draft, snapshot.facts()));
      case Sized.Refused(var denial) -> throw fault(denial, snapshot);
    };
  }

  private static Fault fault(Denial denial, Snapshot snapshot) {
    boolean unread = denial.code().equals(Unsizable.MISSING_DATA);
    return new Fault(
        unread ? ExitCode.UNREACHABLE : ExitCode.USAGE,
        denial.message(),
        String.join("; ", snapshot.problems()));
  }

  /// The figures of a sized order, with what the account pays read now. Without rates the fees and
  /// what depends on them stay empty.
  static Optional<Estimate> estimate(Exchange exchange, OrderDraft draft, Facts facts) {
    Optional<FeeRates> rates =
        Optional.ofNullable(facts.instruments().get(draft.instId()))
            .flatMap(instrument -> fees(exchange, instrument));
    return Estimator.of(draft, facts, rates);
  }

  private static Optional<FeeRates> fees(Exchange exchange, Instrument instrument) {
    try (Readings readings = new Readings()) {
      return readings
          .value(readings.start("fee rates", () -> exchange.fees(instrument)))
          .flatMap(found -> found);
    }
  }
}
