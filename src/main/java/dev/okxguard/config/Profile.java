package dev.okxguard.config;

import dev.okxguard.model.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One profile of the file, every value checked.
///
/// @param title how it is called in a list of sources
record Profile(
    String title,
    Map<Part, Secret> secrets,
    Optional<Boolean> demo,
    Optional<Boolean> readOnly,
    Optional<Site> site,
    Optional<BaseUrl> baseUrl,
    Optional<ProxyUrl> proxy,
    Optional<Duration> timeout,
    Optional<Path> caFile) {

  /// Every key a profile may have; `knowledge_dir` is the official command's, accepted and unused.
  static final List<String> KEYS =
      Stream.concat(
              Arrays.stream(Part.values()).map(Part::key),
              Stream.of(
                  "demo",
                  "site",
                  "base_url",
                  "proxy_url",
                  "timeout_ms",
                  "read_only",
                  "ca_file",
                  "knowledge_dir"))
          .toList();

  /// What no file says.
  static Profile empty(String title) {
    return new Profile(
        title,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Reads the section's values; whoever calls has refused unknown keys.
  static Profile read(Section section, Map<String, String> env) {
    section.text("knowledge_dir", text -> text);
    return new Profile(
        section.title(),
        secrets(section),
        section.flag("demo"),
        section.flag("read_only"),
        section.text("site", Site::parse),
        section.text("base_url", BaseUrl::parse),
        section.text("proxy_url", ProxyUrl::parse),
        section.value("timeout_ms", Timeout::parse),
        section.text("ca_file", text -> beside(section, Home.path(env, text))));
  }

  /// A value of this profile with its source.
  <T> Optional<Sourced<T>> sourced(Optional<T> value) {
    return value.map(it -> new Sourced<>(it, title));
  }

  private static Path beside(Section section, Path path) {
    return section.document().path().toAbsolutePath().resolveSibling(path).normalize();
  }

  private static Map<Part, Secret> secrets(Section section) {
    Map<Part, Secret> found = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      section.text(part.key(), Secret::new).ifPresent(secret -> found.put(part, secret));
    }
    return found;
  }
}
