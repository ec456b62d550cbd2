package dev.okxguard.diagnose;

import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a person hears of trouble.
record AlertChecks(Setup setup) {
  private static final Set<Alarm.Kind> NEEDED =
      Set.of(Alarm.Kind.HALT, Alarm.Kind.UNKNOWN, Alarm.Kind.DRIFT);
  private static final String HINT = "[alerts] webhook = 'https://…' in guard.toml";

  List<Check> all() {
    return List.of(
        new Check(CheckId.CHANNELS, this::channels), new Check(CheckId.DELIVERY, this::delivery));
  }

  private Finding channels() {
    Setup.Channels channels = setup.channels();
    if (channels.count() == 0) {
      return Finding.warn("nobody hears of anything", HINT);
    }
    Set<Alarm.Kind> unheard = EnumSet.copyOf(NEEDED);
    unheard.removeAll(channels.on());
    String words = unheard.stream().map(Alarm.Kind::word).collect(Collectors.joining(", "));
    return unheard.isEmpty()
        ? Finding.ok(channels.count() + " channel(s)")
        : Finding.warn("nobody hears of " + words, "name them in [alerts] on");
  }

  private Finding delivery() {
    return setup.test().map(AlertChecks::delivery).orElseGet(this::untried);
  }

  private Finding untried() {
    return setup.channels().count() == 0
        ? Finding.waiting(CheckId.CHANNELS)
        : Finding.unknown("not tried", "add --send-test");
  }

  private static Finding delivery(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Sent sent ->
          Finding.ok("a test alarm went to " + sent.channels() + " channel(s)");
      case Delivery.Skipped _ -> Finding.waiting(CheckId.CHANNELS);
      case Delivery.Failed failed ->
          Finding.fail("a test alarm was not delivered: " + failed.reason(), HINT);
    };
  }
}
