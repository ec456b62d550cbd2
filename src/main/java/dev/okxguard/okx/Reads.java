package dev.okxguard.okx;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.wire.Transmission;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads with bounded patience: what passes is asked again, at most three times and within the
/// timeout; what does not pass fails at once.
final class Reads {
  private static final String TOO_MANY = "50011";

  private final RestClient.Parts parts;
  private final Requests requests;
  private final ServerClock clock;

  Reads(RestClient.Parts parts, ServerClock clock) {
    this.parts = parts;
    this.requests = new Requests(parts);
    this.clock = clock;
  }

  /// How one attempt ended.
  sealed interface Attempt {}

  record Received(Rows rows, RoundTrip trip) implements Attempt {
    JsonNode data() {
      return rows.data();
    }
  }

  /// When an answer came about.
  ///
  /// @param middle of the round trip, by the local wall clock
  /// @param arrived by [dev.okxguard.model.Time#nanos]
  record RoundTrip(Instant middle, long arrived) {}

  /// @param passing whether asking again may help
  record Failed(Fault fault, boolean passing) implements Attempt {
    private boolean staleClock() {
      return says(ServerClock.STALE);
    }

    /// Whether the endpoint's limit is used up, by other processes as well as by this one.
    private boolean crowded() {
      return says(TOO_MANY);
    }

    private boolean says(String code) {
      return fault.exchange().map(e -> e.code().equals(code)).orElse(false);
    }
  }

  /// The rows of the answer's `data` array.
  ///
  /// @throws Fault when it cannot be had
  Received read(Endpoint endpoint, Map<String, String> query) {
    String target = Target.of(endpoint.path(), query);
    String scope = scope(endpoint, query);
    Patience patience = new Patience(parts.time(), parts.timeout());
    while (true) {
      Attempt attempt = attempt(endpoint, target, scope, patience);
      if (attempt instanceof Received received) {
        return received;
      }
      if (attempt instanceof Failed failed) {
        prepare(endpoint, failed, patience);
      }
    }
  }

  /// Does what may make the next attempt succeed.
  ///
  /// @throws Fault when there is to be none
  private void prepare(Endpoint endpoint, Failed failed, Patience patience) {
    if (corrects(endpoint, failed) && patience.mayCorrectClock()) {
      clock.measure(this);
      return;
    }
    Duration least = failed.crowded() ? endpoint.window() : Duration.ZERO;
    if (!failed.passing() || !patience.again(least)) {
      throw explained(failed.fault());
    }
  }

  /// Whether our timestamp is to blame; only what is signed has one.
  private static boolean corrects(Endpoint endpoint, Failed failed) {
    return endpoint.signed() && failed.staleClock();
  }

  private Attempt attempt(Endpoint endpoint, String target, String scope, Patience patience) {
    Optional<Credentials> credentials = requests.credentials(endpoint);
    parts.limits().await(endpoint, scope);
    Duration left = patience.left();
    Instant sent = parts.time().now();
    long start = parts.time().nanos();
    Transmission transmission =
        parts.transport().send(requests.get(target, credentials, clock.now(), left));
    long arrived = parts.time().nanos();
    RoundTrip trip = new RoundTrip(sent.plusNanos((arrived - start) / 2), arrived);
    Scrub scrub = credentials.map(Scrub::of).orElse(Scrub.NOTHING);
    return new ReadVerdict(endpoint, scrub).of(transmission, trip);
  }

  private Fault explained(Fault fault) {
    return fault
        .exchange()
        .map(clock::explain)
        .map(e -> new Fault(fault.exitCode(), fault.getMessage(), e.next(), Optional.of(e)))
        .orElse(fault);
  }

  private static String scope(Endpoint endpoint, Map<String, String> query) {
    String name = endpoint.unit() == Endpoint.Unit.TYPE ? "instType" : "instId";
    return query.getOrDefault(name, "");
  }
}
