package dev.okxguard.okx;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import dev.okxguard.okx.wire.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// OKX's REST interface: signs, waits its turn, tells success from everything else. Reads are
/// repeated within bounds; writes go out at most once. Safe for several threads.
public final class RestClient {
  private final ServerClock clock;
  private final Reads reads;
  private final Pages pages;
  private final Writes writes;

  public RestClient(Parts parts) {
    this.clock = new ServerClock(parts.time());
    this.reads = new Reads(parts, clock);
    this.pages = new Pages(reads);
    this.writes = new Writes(parts, clock, reads);
  }

  /// What a client is made of.
  ///
  /// @param credentials asked for signed calls only, each time; may throw a [Fault]
  /// @param timeout for one write, and for a read with all its repeats
  /// @param limits shared by all clients of a process
  /// @param userAgent `okx-guard/VERSION`
  public record Parts(
      Transport transport,
      Supplier<Credentials> credentials,
      Environment environment,
      Time time,
      Duration timeout,
      RateLimits limits,
      String userAgent) {}

  /// The `data` array of a read, as OKX sent it.
  ///
  /// @param query in the order to be sent; values as they are, not encoded
  /// @throws Fault AUTH, UNREACHABLE, BUSY or REJECTED with the exchange's error when it failed
  public JsonNode data(Endpoint endpoint, Map<String, String> query) {
    return reads.read(endpoint, query).data();
  }

  /// All rows of a list, newest first, page by page.
  ///
  /// @param cursorField the field of a row that `after` takes
  /// @param goOn asked about the last row of each full page; false ends the list there
  /// @throws Fault also when the pages do not move on: half a list is no list
  public JsonNode allPages(
      Endpoint endpoint,
      Map<String, String> query,
      String cursorField,
      int pageSize,
      Predicate<JsonNode> goOn) {
    return pages.all(endpoint, query, new Pages.Cursor(cursorField, pageSize), goOn);
  }

  /// Lists that are read row by row.
  Pages pages() {
    return pages;
  }

  /// Sends that body, once.
  ///
  /// @param expiry from when on it must not go out any more, by OKX's clock; new orders and
  ///   amendments OKX then drops itself
  /// @throws Fault AUTH without usable credentials; INTERRUPTED while waiting; nothing was sent
  ///   then
  public WriteReply write(Write write, ObjectNode body, Optional<Instant> expiry) {
    return write(write, List.of(body), expiry).get(0);
  }

  /// Sends those bodies in one request, once, with a verdict on each.
  ///
  /// @throws Fault as above
  public WriteReplies write(Write write, List<ObjectNode> bodies, Optional<Instant> expiry) {
    return writes.write(write, bodies, expiry);
  }

  /// OKX's clock, measured once and carried on by [Time#nanos], so that a step of the local wall
  /// clock does not move it.
  public Instant serverTime() {
    clock.ensureMeasured(reads);
    return clock.now();
  }

  /// Local minus server clock in milliseconds, by the last measurement.
  public long clockSkewMillis() {
    clock.ensureMeasured(reads);
    return clock.known().orElseThrow().negated().toMillis();
  }
}
