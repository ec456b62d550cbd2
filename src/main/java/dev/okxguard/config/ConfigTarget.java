package dev.okxguard.config;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The configuration file as it was found, to which a profile may be added. What stands in it stays
/// as it is, byte by byte.
public final class ConfigTarget {
  private final ConfigPlace place;
  private final Path file;
  private final byte[] found;
  private final Optional<ConfigFile> known;
  private final Map<String, String> env;

  private ConfigTarget(
      ConfigPlace place,
      Path file,
      byte[] found,
      Optional<ConfigFile> known,
      Map<String, String> env) {
    this.place = place;
    this.file = file;
    this.found = found;
    this.known = known;
    this.env = env;
  }

  /// The file that command line and environment name, which need not be there yet.
  ///
  /// @throws Fault `CONFIG` when it cannot be used, others can reach it, or nothing can be added
  public static ConfigTarget of(Flags flags, Map<String, String> env) {
    ConfigPlace place =
        ConfigPlace.of(flags, env)
            .orElseThrow(() -> fault("HOME is not set", "Set it, or name the file with --config."));
    place.permissions().fault().ifPresent(ConfigTarget::raise);
    try {
      ConfigTarget target = of(place, env);
      target.mustBeWritable();
      Addition.to(target, NewProfile.standIn(target.freeName()));
      return target;
    } catch (IOException _) {
      throw fault(place.path() + " cannot be read", "Correct or move the file.");
    }
  }

  private static ConfigTarget of(ConfigPlace place, Map<String, String> env) throws IOException {
    return switch (TomlFile.read(place.path())) {
      case Reading.Missing _ ->
          new ConfigTarget(
              place, place.path().toAbsolutePath(), new byte[0], Optional.empty(), env);
      case Reading.Unusable why -> throw fault(why.message(), why.hint());
      case Reading.Document _ -> existing(place, env);
    };
  }

  private static ConfigTarget existing(ConfigPlace place, Map<String, String> env)
      throws IOException {
    Path file = place.path().toRealPath();
    byte[] found = Files.readAllBytes(file);
    ConfigFile known =
        switch (TomlFile.of(place.path(), found)) {
          case Reading.Document document -> ConfigFile.read(document, env);
          case Reading.Unusable _, Reading.Missing _ ->
              throw fault(place.path() + " is being changed right now", "Run this again.");
        };
    return new ConfigTarget(place, file, found, Optional.of(known), env);
  }

  /// As far as can be told before anybody has typed a secret in vain.
  private void mustBeWritable() {
    if (known.isPresent() && !Files.isWritable(file)) {
      throw fault(file + " is write-protected", "Run: chmod 600 " + Permissions.quoted(file));
    }
    Path directory = file.getParent();
    while (Files.notExists(directory)) {
      directory = directory.getParent();
    }
    if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
      throw fault(
          directory + " is no directory that this user may write to",
          "Make it one, or name another file with --config.");
    }
    if (Files.exists(draft(), LinkOption.NOFOLLOW_LINKS)) {
      throw busy();
    }
  }

  /// Where the new content is gathered.
  Path draft() {
    return PrivateFiles.draft(file);
  }

  Fault busy() {
    return fault(
        "another okx is writing to " + path() + ", or was killed; nothing was written",
        "If none is, remove what it left, which may hold a key: rm " + Permissions.quoted(draft()));
  }

  private String freeName() {
    String name = "x";
    while (taken(name).isPresent()) {
      name += "x";
    }
    return name;
  }

  /// What has to be said to name the file, "" where nothing has.
  public String option() {
    return place.source().equals("--config") ? " --config " + Permissions.quoted(path()) : "";
  }

  /// Where it was named.
  public Path path() {
    return place.path();
  }

  /// Why no profile of that name can be added; empty when none is there.
  public Optional<Fault> taken(String name) {
    return known
        .map(it -> it.profiles().get(name))
        .map(
            profile ->
                fault(
                    "the profile " + name + " is there already: " + profile.title(),
                    "Name another with --profile, or edit " + path() + " by hand."));
  }

  /// The file with that profile added, so far only in memory.
  ///
  /// @throws Fault `CONFIG` when its name is taken, or an addition would change what stands there
  public Addition with(NewProfile profile) {
    taken(profile.name()).ifPresent(ConfigTarget::raise);
    return Addition.to(this, profile);
  }

  byte[] found() {
    return found;
  }

  Optional<ConfigFile> known() {
    return known;
  }

  Map<String, String> env() {
    return env;
  }

  /// Where the bytes really lie, links followed.
  Path file() {
    return file;
  }

  /// Whether it is now as it was found.
  boolean unchanged() throws IOException {
    return known.isEmpty()
        ? Files.notExists(path(), LinkOption.NOFOLLOW_LINKS)
        : path().toRealPath().equals(file) && Arrays.equals(Files.readAllBytes(file), found);
  }

  static Fault fault(String message, String hint) {
    return new Fault(ExitCode.CONFIG, message, hint);
  }

  private static void raise(Fault fault) {
    throw fault;
  }
}
