package dev.okxguard.config;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The configuration file, every profile of it checked.
///
/// A flat file, with a profile's keys at the top level, is the profile `default`. Two of those keys
/// also speak for the profiles that do not name them: `demo`, and `read_only = true`, which cannot
/// be meant for one profile only by whoever wrote it above all of them.
record ConfigFile(
    Path path,
    Optional<String> defaultProfile,
    Map<String, Profile> profiles,
    Optional<Boolean> demo,
    boolean readOnly,
    List<String> warnings) {
  static final String DEFAULT = "default";

  private static final List<String> TOP =
      Stream.concat(Stream.of("default_profile", "profiles"), Profile.KEYS.stream()).toList();

  /// Reads the file, which must exist.
  ///
  /// @throws Fault `CONFIG` for anything in it that cannot be used
  static ConfigFile read(Reading.Document document, Map<String, String> env) {
    Section top = new Section(document, List.of());
    top.only(TOP);
    List<Section> sections = sections(top);
    Map<String, Profile> profiles = new LinkedHashMap<>();
    sections.forEach(it -> profiles.put(it.path().getLast(), Profile.read(it, env)));
    Optional<Section> flat = flat(top, profiles.isEmpty());
    flat.ifPresent(it -> addFlat(it, profiles, env));
    List<String> warnings = new ArrayList<>();
    Stream.concat(flat.stream(), sections.stream())
        .forEach(it -> warnings.addAll(Quoting.warnings(it)));
    return new ConfigFile(
        document.path(),
        top.text("default_profile", text -> text),
        profiles,
        top.flag("demo"),
        top.flag("read_only").orElse(false),
        List.copyOf(warnings));
  }

  /// How the top level is called in a list of sources.
  String title() {
    return path.getFileName().toString();
  }

  private static List<Section> sections(Section top) {
    Optional<Item> profiles = top.item("profiles");
    if (profiles.isEmpty()) {
      return List.of();
    }
    if (!profiles.get().isTable()) {
      throw profiles.get().fault(new Invalid("it must be tables, each begun by [profiles.NAME]"));
    }
    return top.document().items(List.of("profiles")).stream().map(ConfigFile::section).toList();
  }

  private static Section section(Item item) {
    if (!item.isTable()) {
      throw item.fault(new Invalid("it must be a table, begun by [profiles.NAME]"));
    }
    if (item.key().isEmpty() || item.key().chars().anyMatch(Character::isISOControl)) {
      throw item.fault(new Invalid("it must be a profile's name in printable text"));
    }
    Section section = new Section(item.document(), item.path());
    section.only(Profile.KEYS);
    return section;
  }

  /// The top level as a profile, if it is meant as one.
  private static Optional<Section> flat(Section top, boolean alone) {
    List<String> shared = alone ? List.of() : List.of("demo", "read_only", "knowledge_dir");
    boolean any =
        top.document().items(List.of()).stream()
            .map(Item::key)
            .anyMatch(key -> Profile.KEYS.contains(key) && !shared.contains(key));
    return any ? Optional.of(top) : Optional.empty();
  }

  private static void addFlat(Section top, Map<String, Profile> profiles, Map<String, String> env) {
    if (profiles.put(DEFAULT, Profile.read(top, env)) != null) {
      throw new Fault(
          ExitCode.CONFIG,
          top.document().path()
              + ": the profile default stands at the top level and in"
              + " [profiles.default]",
          "Move the keys at the top level into [profiles.default].");
    }
  }
}
