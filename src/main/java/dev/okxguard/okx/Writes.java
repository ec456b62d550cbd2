package dev.okxguard.okx;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.wire.WireRequest;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Writes: one transmission each, whatever happens.
final class Writes {
  private final RestClient.Parts parts;
  private final Requests requests;
  private final ServerClock clock;
  private final Reads reads;

  Writes(RestClient.Parts parts, ServerClock clock, Reads reads) {
    this.parts = parts;
    this.requests = new Requests(parts);
    this.clock = clock;
    this.reads = reads;
  }

  /// Sends the body once.
  ///
  /// @throws Fault AUTH without usable credentials, before anything is sent
  WriteReply write(Endpoint endpoint, JsonNode body, Optional<Instant> expiry) {
    byte[] bytes = Json.bytes(body);
    Optional<Credentials> credentials = requests.credentials(endpoint);
    Optional<String> obstacle = obstacle(expiry);
    if (obstacle.isPresent()) {
      return new WriteReply.NotSent(obstacle.get());
    }
    parts.limits().await(endpoint, body.path("instId").stringValue(""));
    Instant now = clock.now();
    if (expiry.isPresent() && !now.isBefore(expiry.get())) {
      return new WriteReply.NotSent("its expiry time passed before it was this request's turn");
    }
    WireRequest request = requests.post(endpoint, bytes, expiry, credentials, now);
    Scrub scrub = credentials.map(Scrub::of).orElse(Scrub.NOTHING);
    return explained(new WriteVerdict(endpoint, body, scrub).of(parts.transport().send(request)));
  }

  /// An expiry time means nothing without OKX's clock. Whatever has none, a cancel above all, goes
  /// out by the local clock when OKX's cannot be had: at worst it is refused. One try is enough for
  /// those, so that stopping is not slowed down.
  private Optional<String> obstacle(Optional<Instant> expiry) {
    if (expiry.isEmpty() && clock.tried()) {
      return Optional.empty();
    }
    try {
      clock.ensureMeasured(reads);
      return Optional.empty();
    } catch (Fault fault) {
      if (fault.exitCode() == ExitCode.INTERRUPTED) {
        throw fault;
      }
      return expiry.map(at -> "OKX's clock could not be read: " + fault.getMessage());
    }
  }

  /// Tells how far off the clock is when OKX refused for it.
  private WriteReply explained(WriteReply reply) {
    if (!(reply instanceof WriteReply.Refused refused)
        || !refused.error().code().equals(ServerClock.STALE)) {
      return reply;
    }
    try {
      clock.measure(reads);
    } catch (Fault fault) {
      return reply;
    }
    return new WriteReply.Refused(clock.explain(refused.error()));
  }
}
