package dev.okxguard.alert;

import dev.okxguard.model.Alarm;
import dev.okxguard.model.Daemons;
import dev.okxguard.model.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Sends alarms over every channel at once. Never throws, and never takes longer than [#LONGEST],
/// however many channels there are and whatever they do.
public final class Alerts {
  /// Each channel bounds itself below that; this also bounds what cannot be interrupted, such as a
  /// name lookup.
  public static final Duration LONGEST = Duration.ofSeconds(12);

  private final List<Channel> channels;
  private final Set<Alarm.Kind> on;
  private final Duration longest;

  /// @param on the kinds to send; a test is always sent
  public Alerts(List<Channel> channels, Set<Alarm.Kind> on) {
    this(channels, on, LONGEST);
  }

  Alerts(List<Channel> channels, Set<Alarm.Kind> on, Duration longest) {
    this.channels = List.copyOf(channels);
    this.on = Set.copyOf(on);
    this.longest = longest;
  }

  /// Sends the alarm and waits until each channel took it, failed, or ran out of time.
  public Delivery send(Alarm alarm) {
    if (channels.isEmpty()) {
      return new Delivery.Skipped("no webhook and no command is configured");
    }
    if (alarm.kind() != Alarm.Kind.TEST && !on.contains(alarm.kind())) {
      return new Delivery.Skipped("alerts.on does not name " + alarm.kind().word());
    }
    List<String> failures = failures(alarm);
    return failures.isEmpty()
        ? new Delivery.Sent(channels.size())
        : new Delivery.Failed(String.join("; ", failures));
  }

  private List<String> failures(Alarm alarm) {
    List<Callable<Optional<String>>> tasks = new ArrayList<>();
    channels.forEach(channel -> tasks.add(() -> channel.deliver(Payload.of(alarm))));
    // Not closed: closing waits for what cannot be interrupted. Its threads are daemons.
    ExecutorService threads = Daemons.executor();
    try {
      return failures(threads.invokeAll(tasks, longest.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of("interrupted");
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> failures(List<Future<Optional<String>>> ends) {
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      String name = channels.get(i).name();
      failure(ends.get(i)).ifPresent(why -> failures.add(name + ": " + why));
    }
    return failures;
  }

  /// An exception's own text may hold anything, an address with its token for one.
  private Optional<String> failure(Future<Optional<String>> end) {
    return switch (end.state()) {
      case SUCCESS -> end.resultNow();
      case FAILED -> Optional.of("failed by " + end.exceptionNow().getClass().getSimpleName());
      case CANCELLED, RUNNING -> Optional.of("no end within " + longest.toMillis() + " ms");
    };
  }
}
