package dev.okxguard.okx;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.wire.WireRequest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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

  /// Sends the bodies in one request, once.
  ///
  /// @param expiry from when on it must not go out any more; OKX is told where it heeds that
  /// @throws Fault AUTH without usable credentials, before anything is sent
  WriteReplies write(Write write, List<ObjectNode> bodies, Optional<Instant> expiry) {
    boolean company = bodies.size() > 1;
    Endpoint endpoint = company ? write.together() : write.alone();
    Optional<Credentials> credentials = requests.credentials(endpoint);
    Optional<String> obstacle = obstacle(expiry);
    if (obstacle.isPresent()) {
      return each(bodies, new WriteReply.NotSent(obstacle.get()));
    }
    bodies.forEach(body -> parts.limits().await(endpoint, body.path("instId").stringValue("")));
    Instant now = clock.now();
    if (expiry.isPresent() && !now.isBefore(expiry.get())) {
      return each(
          bodies,
          new WriteReply.NotSent("its expiry time passed before it was this request's turn"));
    }
    byte[] bytes = Json.bytes(company || write.listed() ? list(bodies) : bodies.getFirst());
    WireRequest request = requests.post(endpoint, bytes, told(write, expiry), credentials, now);
    Scrub scrub = credentials.map(Scrub::of).orElse(Scrub.NOTHING);
    return explained(new BatchVerdict(write, bodies, scrub).of(parts.transport().send(request)));
  }

  private static Optional<Instant> told(Write write, Optional<Instant> expiry) {
    return expiry.filter(_ -> write.expires());
  }

  private static WriteReplies each(List<ObjectNode> bodies, WriteReply reply) {
    return new WriteReplies(Collections.nCopies(bodies.size(), reply));
  }

  private static ArrayNode list(List<ObjectNode> bodies) {
    return Json.array().addAll(bodies);
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
  private WriteReplies explained(WriteReplies replies) {
    if (replies.all().stream().noneMatch(Writes::stale)) {
      return replies;
    }
    try {
      clock.measure(reads);
    } catch (Fault fault) {
      return replies;
    }
    return new WriteReplies(replies.all().stream().map(this::explained).toList());
  }

  private WriteReply explained(WriteReply reply) {
    return reply instanceof WriteReply.Refused refused && stale(reply)
        ? new WriteReply.Refused(clock.explain(refused.error()))
        : reply;
  }

  private static boolean stale(WriteReply reply) {
    return reply instanceof WriteReply.Refused refused
        && refused.error().code().equals(ServerClock.STALE);
  }
}
