package dev.okxguard.config;

import dev.okxguard.model.Alarm;
import dev.okxguard.model.Secret;
import java.util.List;
import java.util.Set;

/// Who hears of what, over all policy files together: a file can add a channel or a kind, and take
/// none away.
///
/// @param webhooks URLs to post to: `https`, or `http` to this machine
/// @param commands programs to run
/// @param on the kinds to tell
public record AlertSettings(
    List<Secret> webhooks, List<AlertCommand> commands, Set<Alarm.Kind> on) {
  public AlertSettings {
    webhooks = List.copyOf(webhooks);
    commands = List.copyOf(commands);
    on = Set.copyOf(on);
  }
}
