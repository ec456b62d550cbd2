package dev.okxguard.config;

import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was chosen to act with: file, profile, environment, and whether writing is allowed.
///
/// @param fileSource where the file was named
/// @param unknownProfile why nothing can be signed with a profile nobody named and no file has
record Choice(
    Optional<ConfigFile> file,
    String fileSource,
    Sourced<String> profile,
    Optional<Sourced<Environment>> environment,
    Sourced<Boolean> readOnly,
    Optional<Fault> unknownProfile) {

  List<Setting> settings() {
    List<Setting> shown = new ArrayList<>();
    shown.add(
        new Setting("config", file.map(it -> it.path().toString()).orElse("none"), fileSource));
    shown.add(new Setting("profile", profile.value(), profile.source()));
    shown.add(
        environment
            .map(it -> new Setting("environment", it.value().word(), it.source()))
            .orElse(new Setting("environment", "not chosen", "-")));
    shown.add(new Setting("read_only", readOnly.value().toString(), readOnly.source()));
    return shown;
  }
}
