package dev.okxguard.cli;

import dev.okxguard.alert.Alerts;
import dev.okxguard.alert.Channel;
import dev.okxguard.alert.Program;
import dev.okxguard.alert.Webhook;
import dev.okxguard.config.AlertSettings;
import dev.okxguard.config.Settings;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import dev.okxguard.okx.HttpTransport;
import dev.okxguard.okx.wire.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The channels the policy names, over the profile's proxy and roots. Opens nothing by itself.
///
/// @param settings not asked before something is sent; an alert goes out without them, too
/// @param environment the variables of this process
record AlertChannels(Supplier<Settings> settings, Map<String, String> environment, Time time) {

  Alerts of(AlertSettings alerts) {
    Stream<Channel> webhooks =
        alerts.webhooks().stream().map(url -> new Webhook(url, this::transport, time));
    Stream<Channel> programs =
        alerts.commands().stream().map(command -> new Program(command.line(), environment));
    List<Channel> channels = Stream.concat(webhooks, programs).toList();
    return new Alerts(channels, alerts.on());
  }

  private Transport transport(URI base) {
    Optional<Settings> usable = usable();
    Optional<URI> proxy = usable.flatMap(Settings::proxy);
    Optional<Path> caFile = usable.flatMap(Settings::caFile);
    return new HttpTransport(new HttpTransport.Target(base, proxy, caFile));
  }

  /// A halt must be told even when the configuration is broken.
  private Optional<Settings> usable() {
    try {
      return Optional.of(settings.get());
    } catch (Fault _) {
      return Optional.empty();
    }
  }
}
