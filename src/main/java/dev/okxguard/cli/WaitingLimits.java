package dev.okxguard.cli;

import dev.okxguard.config.Waiting;
import dev.okxguard.console.Json;
import dev.okxguard.guard.Denial;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Tells of looser limits that wait for their time.
final class WaitingLimits {
  private WaitingLimits() {}

  /// Those that would have mattered to these denials; "" when there is none.
  static String among(List<Denial> denials, Session session) {
    return session.limits().waiting().stream()
        .filter(it -> denials.stream().anyMatch(denial -> denial.rule().equals(it.name())))
        .map(it -> "; " + text(it, session))
        .collect(Collectors.joining());
  }

  private static String text(Waiting waiting, Session session) {
    String text =
        "a looser %s (%s) is waiting%s; a person can confirm it now: okx --%s guard limits"
            + " --loosen";
    return text.formatted(
        waiting.name(),
        waiting.value(),
        waiting.until().map(WaitingLimits::until).orElse(""),
        session.environment().word());
  }

  private static String until(Instant time) {
    return " until " + Json.text(time);
  }
}
