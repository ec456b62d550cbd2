package dev.okxguard.config;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A configuration file with one profile more, not yet on disk.
public final class Addition {
  private final ConfigTarget target;
  private final NewProfile profile;
  private final byte[] content;
  private final ConfigFile changed;

  private Addition(ConfigTarget target, NewProfile profile, byte[] content, ConfigFile changed) {
    this.target = target;
    this.profile = profile;
    this.content = content;
    this.changed = changed;
  }

  /// @throws Fault `CONFIG` when it would change what stands there
  static Addition to(ConfigTarget target, NewProfile profile) {
    byte[] content = joined(target.found(), tail(target, profile));
    ConfigFile changed = changed(target, content);
    Addition addition = new Addition(target, profile, content, changed);
    if (!addition.keepsTheRest() || !addition.saysWhatIsMeant()) {
      throw ConfigTarget.fault(
          "a profile at the end of " + target.path() + " would change what stands above it",
          "Bring the file into the form [profiles.NAME] by hand: `okx help config`.");
    }
    return addition;
  }

  private static ConfigFile changed(ConfigTarget target, byte[] content) {
    return switch (TomlFile.of(target.path(), content)) {
      case Reading.Document document -> ConfigFile.read(document, target.env());
      case Reading.Unusable why ->
          throw ConfigTarget.fault(
              "no profile can be added at the end of "
                  + target.path()
                  + " (do its profiles stand on one line, in braces?); with it: "
                  + why.message(),
              "Add it by hand: `okx config init --print` shows how.");
      case Reading.Missing _ -> throw new IllegalStateException("what is in memory is there");
    };
  }

  /// The settings that will be in force with that profile, whatever variables say now.
  public Settings settings(Optional<Duration> timeout) {
    Flags flags =
        new Flags(Optional.of(profile.name()), Optional.empty(), false, Optional.empty(), timeout);
    return ConfigReader.read(flags, withoutOurs(target.env()), changed);
  }

  /// Whether commands that name no profile will use it and its key.
  public boolean usual() {
    String usual = changed.defaultProfile().orElse(ConfigFile.DEFAULT);
    boolean otherKey =
        Stream.of(Part.values())
            .flatMap(part -> part.variables().stream())
            .anyMatch(target.env()::containsKey);
    return !otherKey && target.env().getOrDefault("OKX_PROFILE", usual).equals(profile.name());
  }

  /// Puts it on disk, closed to others from the first byte.
  ///
  /// @throws Fault `CONFIG` when that fails or somebody else changed the file since; nothing was
  ///   written then
  public void write() {
    try {
      if (!PrivateFiles.replaceIf(target.file(), content, target::unchanged)) {
        throw ConfigTarget.fault(
            target.path() + " was changed by somebody else meanwhile; nothing was written",
            "Look at it, then run this again.");
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Fault failed(IOException e) {
    boolean busy =
        e instanceof FileAlreadyExistsException there
            && there.getFile().equals(target.draft().toString());
    return busy
        ? target.busy()
        : ConfigTarget.fault(
            target.path() + " cannot be written; nothing was",
            "Look at the permissions of its directory and the space on its disk.");
  }

  private static String tail(ConfigTarget target, NewProfile profile) {
    List<String> lines = new ArrayList<>();
    boolean named = !profile.name().equals(ConfigFile.DEFAULT);
    if (target.known().isEmpty()) {
      lines.add("# okx help config explains this file.");
      if (named) {
        lines.add("default_profile = '" + profile.name() + "'");
      }
    }
    if (target.known().isEmpty() || target.found().length > 0) {
      lines.add("");
    }
    lines.addAll(profile.lines());
    String found = new String(target.found(), StandardCharsets.UTF_8);
    String end = found.contains("\r\n") ? "\r\n" : "\n";
    String open = found.isEmpty() || found.endsWith("\n") ? "" : end;
    return lines.stream().map(line -> line + end).collect(Collectors.joining("", open, ""));
  }

  private static byte[] joined(byte[] found, String tail) {
    byte[] added = tail.getBytes(StandardCharsets.UTF_8);
    byte[] content = Arrays.copyOf(found, found.length + added.length);
    System.arraycopy(added, 0, content, found.length, added.length);
    return content;
  }

  private boolean keepsTheRest() {
    Map<String, Profile> others = new HashMap<>(changed.profiles());
    others.remove(profile.name());
    return target
        .known()
        .map(
            before ->
                before.profiles().equals(others)
                    && before.defaultProfile().equals(changed.defaultProfile())
                    && before.demo().equals(changed.demo())
                    && before.readOnly() == changed.readOnly())
        .orElse(others.isEmpty());
  }

  private boolean saysWhatIsMeant() {
    return Optional.ofNullable(changed.profiles().get(profile.name()))
        .filter(read -> read.secrets().equals(secrets()))
        .filter(read -> read.demo().equals(Optional.of(profile.demo())))
        .filter(read -> read.readOnly().equals(Optional.of(profile.readOnly())))
        .filter(read -> read.baseUrl().map(BaseUrl::uri).equals(profile.baseUrl()))
        .filter(
            read ->
                profile.baseUrl().isPresent() || read.site().equals(Optional.of(profile.site())))
        .isPresent();
  }

  private Map<Part, Secret> secrets() {
    return Map.of(
        Part.API_KEY, profile.credentials().apiKey(),
        Part.SECRET_KEY, profile.credentials().secretKey(),
        Part.PASSPHRASE, profile.credentials().passphrase());
  }

  private static Map<String, String> withoutOurs(Map<String, String> env) {
    return env.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("OKX_"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
