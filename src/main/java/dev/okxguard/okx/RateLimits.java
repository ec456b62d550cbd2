package dev.okxguard.okx;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// OKX's own windows, kept on our side (reference b.5): callers wait in line, first come first
/// served, and sign only once it is their turn. Safe for several threads; long-lived processes
/// share one.
public final class RateLimits {
  /// OKX counts calls as they arrive, and one takes longer on its way than another: the first ones
  /// of a command wait for their connections.
  private static final Duration ON_THE_WAY = Duration.ofMillis(100);

  private final Time time;

  /// By the endpoint and by what its limit counts by.
  private final Map<Endpoint, Map<String, Deque<Long>>> turns = new EnumMap<>(Endpoint.class);

  public RateLimits(Time time) {
    this.time = time;
  }

  /// Waits for this call's turn.
  ///
  /// @param scope the instrument or instrument type where the endpoint's limit counts by it;
  ///   ignored elsewhere
  /// @throws Fault INTERRUPTED when the process is asked to stop meanwhile; nothing was sent
  public void await(Endpoint endpoint, String scope) {
    long turn = reserve(endpoint, scope);
    try {
      for (long left = turn - time.nanos(); left > 0; left = turn - time.nanos()) {
        time.pause(Duration.ofNanos(left));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ExitCode.INTERRUPTED, "interrupted while waiting to send", "");
    }
  }

  /// Takes the next free place in line: not before the window that holds the calls ahead has moved
  /// on.
  private synchronized long reserve(Endpoint endpoint, String scope) {
    Deque<Long> line =
        turns
            .computeIfAbsent(endpoint, _ -> new HashMap<>())
            .computeIfAbsent(counted(endpoint, scope), _ -> new ArrayDeque<>());
    long turn = time.nanos();
    if (line.size() == endpoint.calls()) {
      long free = line.removeFirst() + endpoint.window().plus(ON_THE_WAY).toNanos();
      turn = free - turn > 0 ? free : turn;
    }
    line.addLast(turn);
    return turn;
  }

  private static String counted(Endpoint endpoint, String scope) {
    return switch (endpoint.unit()) {
      case IP, USER -> "";
      case TYPE, INSTRUMENT, TAG -> scope;
    };
  }
}
