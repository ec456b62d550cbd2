package dev.okxguard.config;

import dev.okxguard.model.Environment;
import java.util.List;
import java.util.Optional;

/// What one profile of the file says, fit for showing.
///
/// @param environment as the file has it, whatever flags and variables say; empty when it is silent
/// @param baseUrl where its requests go
/// @param readOnly whether it, or the top of the file, forbids everything that writes
/// @param key how much of a key it has
public record ProfileSummary(
    String name, Optional<Environment> environment, String baseUrl, boolean readOnly, Key key) {

  /// How much of a key a profile has.
  public enum Key {
    COMPLETE,
    PARTIAL,
    NONE
  }

  static List<ProfileSummary> all(ConfigFile file) {
    return file.profiles().entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), file))
        .toList();
  }

  private static ProfileSummary of(String name, Profile profile, ConfigFile file) {
    Optional<Boolean> demo = profile.demo().or(file::demo);
    return new ProfileSummary(
        name,
        demo.map(it -> it ? Environment.DEMO : Environment.LIVE),
        profile
            .baseUrl()
            .map(BaseUrl::uri)
            .orElseGet(() -> profile.site().orElse(Site.GLOBAL).rest())
            .toString(),
        file.readOnly() || profile.readOnly().orElse(false),
        key(profile.secrets().size()));
  }

  private static Key key(int parts) {
    if (parts == 0) {
      return Key.NONE;
    }
    return parts == Part.values().length ? Key.COMPLETE : Key.PARTIAL;
  }
}
