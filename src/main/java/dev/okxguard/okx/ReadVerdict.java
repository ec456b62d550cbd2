package dev.okxguard.okx;

import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.Reads.Attempt;
import dev.okxguard.okx.Reads.Failed;
import dev.okxguard.okx.Reads.Received;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transmission.Answered;
import dev.okxguard.okx.wire.Transmission.Unanswered;
import java.util.Optional;
import java.util.Set;

/// What one attempt of a read came to: OKX's code first, then the HTTP status.
record ReadVerdict(Endpoint endpoint, Scrub scrub) {
  private static final Set<String> PASSING = Set.of("50011", "50013", "50026");

  /// Lists that may have thousands of pages.
  private static final Set<Endpoint> LONG =
      Set.of(Endpoint.FILLS, Endpoint.FILLS_HISTORY, Endpoint.BILLS, Endpoint.BILLS_ARCHIVE);

  private static final String REPEAT = "Reading changes nothing; repeat it.";

  Attempt of(Transmission transmission, Reads.RoundTrip trip) {
    return transmission instanceof Unanswered none
        ? new Failed(unreachable(none.reason()), true)
        : of((Answered) transmission, trip);
  }

  private Attempt of(Answered answer, Reads.RoundTrip trip) {
    byte[] body = answer.body();
    if (LONG.contains(endpoint) && answer.status() / 100 == 2) {
      Optional<Rows> table = Table.read(endpoint, body);
      if (table.isPresent()) {
        return new Received(table.get(), trip);
      }
    }
    return Envelope.read(body)
        .filter(e -> !redirect(answer))
        .map(envelope -> of(envelope, answer, trip))
        .orElseGet(() -> notOkx(answer));
  }

  private Attempt of(Envelope envelope, Answered answer, Reads.RoundTrip trip) {
    if (!envelope.done()) {
      return refused(envelope, answer);
    }
    if (answer.status() / 100 != 2 || !envelope.data().isArray()) {
      return notOkx(answer);
    }
    return new Received(new Rows.Tree(endpoint, envelope.data()), trip);
  }

  private Attempt refused(Envelope envelope, Answered answer) {
    ExchangeError found = ExchangeErrors.of(envelope.code(), envelope.msg(), answer, scrub);
    ExchangeError error = forRead(found);
    String message =
        String.format(
            "OKX answered %s to %s: %s (%s)",
            error.code(), name(), error.meaning(), error.message());
    Fault fault =
        new Fault(
            ExchangeErrors.exitCodeOfRead(error.kind()), message, error.next(), Optional.of(error));
    return new Failed(fault, PASSING.contains(envelope.code()) || passing(answer.status()));
  }

  /// The table speaks of writes; for a read the same trouble has a simpler next step.
  private static ExchangeError forRead(ExchangeError error) {
    return switch (error.kind()) {
      case AUTH, REJECTED, BUSY, NOT_ACCEPTED -> error;
      case UNKNOWN ->
          new ExchangeError(
              error.code(),
              error.message(),
              error.kind(),
              "OKX could not answer just now",
              REPEAT,
              error.httpStatus(),
              error.traceId());
    };
  }

  /// A front end's page, a truncated body, a redirect: nothing that OKX's engine said.
  private Attempt notOkx(Answered answer) {
    int status = answer.status();
    boolean again = passing(status) || status / 100 == 2;
    String message = name() + " got HTTP " + status + " without a usable answer of OKX";
    if (redirect(answer)) {
      message = name() + " was redirected (HTTP " + status + "), which is never followed";
    }
    ExitCode exit = again || redirect(answer) ? ExitCode.UNREACHABLE : ExitCode.REJECTED;
    String hint =
        again ? REPEAT : "Check `site`, `base_url` and `proxy_url`; something else answered.";
    String trace = scrub.text(ExchangeErrors.traceId(answer));
    ExchangeError error =
        new ExchangeError(
            "", message, ExchangeError.Kind.UNKNOWN, "not OKX's answer", hint, status, trace);
    return new Failed(new Fault(exit, message, hint, Optional.of(error)), again);
  }

  private Fault unreachable(String reason) {
    return new Fault(ExitCode.UNREACHABLE, name() + " failed: " + reason, REPEAT);
  }

  private String name() {
    return endpoint.method() + " " + endpoint.path();
  }

  private static boolean passing(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private static boolean redirect(Answered answer) {
    return answer.status() / 100 == 3;
  }
}
