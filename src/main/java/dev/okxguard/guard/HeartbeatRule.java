package dev.okxguard.guard;

import java.time.Instant;

/// Once OKX's dead man's switch was armed from here, it must be alive: whoever relies on it must
/// not enter anything that it would not take back.
record HeartbeatRule() implements AccountRule {
  @Override
  public String name() {
    return "heartbeat";
  }

  @Override
  public String limit(Policy policy) {
    return "armed, if ever";
  }

  @Override
  public Finding look(Facts facts, Policy policy) {
    return switch (facts.brakes().heartbeat()) {
      case Heartbeat.Never _ -> new Finding.Skipped("never armed");
      case Heartbeat.Armed(var until) -> armed(until, facts.serverTime());
      case Heartbeat.Failed(var reason) ->
          new Finding.Beyond(
              "HEARTBEAT_FAILED",
              "failed",
              "the last heartbeat failed: " + reason + "; entries are allowed after a good one");
      case Heartbeat.Unreadable(var reason) -> throw new MissingDatum("heartbeat, " + reason);
    };
  }

  private static Finding armed(Instant until, Instant now) {
    return now.isBefore(until)
        ? new Finding.Within(until.toString())
        : new Finding.Beyond(
            "HEARTBEAT_LAPSED",
            until.toString(),
            "no heartbeat came in time, so that OKX cancelled our orders at "
                + until
                + "; entries are allowed after a good one: okx guard heartbeat");
  }
}
