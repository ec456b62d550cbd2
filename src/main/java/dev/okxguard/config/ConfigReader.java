package dev.okxguard.config;

import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.Map;
import java.util.Optional;

/// Puts flags, environment variables and the configuration file together.
public final class ConfigReader {
  private final Flags flags;
  private final Variables variables;

  private ConfigReader(Flags flags, Variables variables) {
    this.flags = flags;
    this.variables = variables;
  }

  /// The settings in force. Credentials and permissions are not judged here, so that public
  /// commands work with broken ones; [Settings#credentials()] does.
  ///
  /// @param env the process's environment variables; `HOME` is needed only for the default file
  /// @throws Fault `CONFIG` for a file, profile, key or value that cannot be used
  public static Settings read(Flags flags, Map<String, String> env) {
    return new ConfigReader(flags, new Variables(env)).settings();
  }

  /// The settings that would be in force if the file said that; its permissions are not judged.
  static Settings read(Flags flags, Map<String, String> env, ConfigFile file) {
    return new ConfigReader(flags, new Variables(env))
        .settings(Optional.of(file), Optional.empty());
  }

  private Settings settings() {
    Optional<ConfigPlace> place = ConfigPlace.of(flags, variables.env());
    Optional<ConfigFile> file = place.flatMap(this::file);
    return settings(file, file.flatMap(_ -> place.map(ConfigPlace::permissions)));
  }

  private Settings settings(Optional<ConfigFile> file, Optional<Permissions> permissions) {
    Sourced<String> name = profileName(file);
    Optional<Profile> known = file.map(it -> it.profiles().get(name.value()));
    Optional<Fault> unknown = known.isPresent() ? Optional.empty() : unknownProfile(name, file);
    if (unknown.isPresent() && !name.source().equals("default")) {
      throw unknown.get();
    }
    Profile profile = known.orElseGet(() -> Profile.empty("profile " + name.value()));
    Choice choice =
        new Choice(
            file,
            ConfigPlace.of(flags, variables.env()).map(ConfigPlace::source).orElse("-"),
            name,
            environment(profile, file),
            readOnly(profile, file),
            unknown);
    return new Settings(
        choice,
        Connection.read(flags, variables, profile),
        new CredentialFinder(variables, flags.profile().isPresent(), profile, looked(choice)),
        permissions);
  }

  private Optional<ConfigFile> file(ConfigPlace place) {
    return TomlFile.read(place.path())
        .fold(
            document -> Optional.of(ConfigFile.read(document, variables.env())),
            why -> {
              throw new Fault(ExitCode.CONFIG, why.message(), why.hint());
            },
            () -> missing(place));
  }

  private static Optional<ConfigFile> missing(ConfigPlace place) {
    if (place.explicit()) {
      throw new Fault(
          ExitCode.CONFIG,
          "there is no file " + place.path(),
          "Correct --config or OKX_CONFIG, or write the file: `okx config init`.");
    }
    return Optional.empty();
  }

  private Sourced<String> profileName(Optional<ConfigFile> file) {
    return flags
        .profile()
        .map(it -> new Sourced<>(it, "--profile"))
        .or(() -> variables.text("OKX_PROFILE"))
        .or(() -> file.flatMap(ConfigReader::defaultProfile))
        .orElse(new Sourced<>(ConfigFile.DEFAULT, "default"));
  }

  private static Optional<Sourced<String>> defaultProfile(ConfigFile file) {
    return file.defaultProfile().map(it -> new Sourced<>(it, file.title() + " default_profile"));
  }

  private static Optional<Fault> unknownProfile(Sourced<String> name, Optional<ConfigFile> file) {
    if (file.isEmpty()) {
      return name.source().equals("default")
          ? Optional.empty()
          : Optional.of(
              new Fault(
                  ExitCode.CONFIG,
                  name.source() + ": no such profile, since there is no configuration file",
                  "Write the file (`okx config init`), or name another with --config."));
    }
    var known = file.get().profiles().keySet();
    if (known.isEmpty() && name.source().equals("default")) {
      return Optional.empty();
    }
    return Optional.of(
        new Fault(
            ExitCode.CONFIG,
            "no profile '"
                + name.value()
                + "' in "
                + file.get().path()
                + Suggestion.text(name.value(), known),
            known.isEmpty()
                ? "The file has no profiles."
                : "Profiles there: " + String.join(", ", known) + "."));
  }

  /// Flag, `OKX_DEMO`, the profile's `demo`, the file's; all that are set must be well-formed.
  private Optional<Sourced<Environment>> environment(Profile profile, Optional<ConfigFile> file) {
    Optional<Sourced<Boolean>> variable = variables.value("OKX_DEMO", ConfigReader::strict);
    Optional<Sourced<Boolean>> demo =
        variable
            .or(() -> profile.sourced(profile.demo()))
            .or(() -> file.flatMap(it -> it.demo().map(yes -> new Sourced<>(yes, it.title()))));
    return flags
        .environment()
        .map(it -> new Sourced<>(it, "--" + it.word()))
        .or(() -> demo.map(it -> new Sourced<>(demoOrLive(it.value()), it.source())));
  }

  private static Environment demoOrLive(boolean demo) {
    return demo ? Environment.DEMO : Environment.LIVE;
  }

  private static boolean strict(String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new Invalid("it must be one of true, false, 1, 0");
    };
  }

  private Sourced<Boolean> readOnly(Profile profile, Optional<ConfigFile> file) {
    if (flags.readOnly()) {
      return new Sourced<>(true, "--read-only");
    }
    if (file.isPresent() && file.get().readOnly()) {
      return new Sourced<>(true, file.get().title());
    }
    return profile.sourced(profile.readOnly()).orElse(new Sourced<>(false, "default"));
  }

  private String looked(Choice choice) {
    String file =
        choice
            .file()
            .map(it -> "profile '" + choice.profile().value() + "' in " + it.path())
            .orElseGet(this::missed);
    return flags.profile().isPresent()
        ? file
        : "OKX_API_KEY, OKX_API_SECRET and OKX_PASSPHRASE, and " + file;
  }

  private String missed() {
    Optional<ConfigPlace> place = ConfigPlace.of(flags, variables.env());
    return place.isPresent()
        ? place.get().path() + ", which does not exist"
        : "no file, since HOME is not set";
  }
}
