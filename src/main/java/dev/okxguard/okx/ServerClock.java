package dev.okxguard.okx;

import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.Time;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/// OKX's clock: measured at most once when asked for, and again after OKX complained; carried on by
/// [Time#nanos]. A step of the local wall clock must not move it, or an order's expiry would seem
/// past while OKX may still take the order. After this computer slept it may lag behind, which is
/// the safe side: expiries pass later, and OKX refuses a stale timestamp.
final class ServerClock {
  static final String STALE = "50102";

  private final Time time;
  private final Lock measuring = new ReentrantLock();
  private Optional<Measured> last = Optional.empty();
  private boolean tried;

  /// @param offset server minus local wall clock
  private record Measured(Instant server, long nanos, Duration offset) {}

  ServerClock(Time time) {
    this.time = time;
  }

  /// OKX's time now by what is known; the local time while nothing was measured.
  synchronized Instant now() {
    return last.map(m -> m.server().plusNanos(time.nanos() - m.nanos())).orElseGet(time::now);
  }

  /// Measures the offset unless that was done before.
  ///
  /// @throws dev.okxguard.model.Fault when the exchange's time cannot be had
  void ensureMeasured(Reads reads) {
    measuring.lock();
    try {
      if (known().isEmpty()) {
        measure(reads);
      }
    } finally {
      measuring.unlock();
    }
  }

  /// Whether a measurement was begun, successful or not.
  synchronized boolean tried() {
    return tried;
  }

  /// Measures the offset, taking the answer's time for that of the middle of the round trip; but
  /// the clock is carried on from the answer's arrival, so that it may lag behind OKX's by the way
  /// back and is never ahead of it. Were it ahead after a slow answer, an expiry would seem past
  /// while OKX may still take the order.
  void measure(Reads reads) {
    begin();
    Reads.Received answer = reads.read(Endpoint.PUBLIC_TIME, Map.of());
    JsonNode row = answer.data().path(0);
    Instant server = new Row(Endpoint.PUBLIC_TIME, row).time("ts");
    Reads.RoundTrip trip = answer.trip();
    set(new Measured(server, trip.arrived(), Duration.between(trip.middle(), server)));
  }

  /// Server minus local wall clock at the measurement, empty while there was none.
  synchronized Optional<Duration> known() {
    return last.map(Measured::offset);
  }

  private synchronized void begin() {
    tried = true;
  }

  private synchronized void set(Measured measured) {
    last = Optional.of(measured);
  }

  /// The error with the offset in its hint, when it is about the clock and the offset is known.
  ExchangeError explain(ExchangeError error) {
    if (!error.code().equals(STALE) || known().isEmpty()) {
      return error;
    }
    return new ExchangeError(
        error.code(),
        error.message(),
        error.kind(),
        error.meaning(),
        describe(known().get()) + ". " + error.next(),
        error.httpStatus(),
        error.traceId());
  }

  private static String describe(Duration offset) {
    String seconds = BigDecimal.valueOf(offset.abs().toMillis(), 3).toPlainString();
    String direction = offset.isNegative() ? " s ahead of" : " s behind";
    return "This computer's clock is " + seconds + direction + " OKX's";
  }
}
