package dev.okxguard.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the configuration file is, or would be.
///
/// @param path as it was named; links are not followed
/// @param source `--config`, `OKX_CONFIG` or `default`
/// @param root `~/.okx`, when there is a home
public record ConfigPlace(Path path, String source, Optional<Path> root) {
  private static final String USUAL = "default";

  /// The place that command line and environment name; empty when they name none and there is no
  /// home.
  ///
  /// @throws dev.okxguard.model.Fault `CONFIG` when `OKX_CONFIG` is no path
  public static Optional<ConfigPlace> of(Flags flags, Map<String, String> env) {
    Variables variables = new Variables(env);
    Optional<Path> root = Home.directory(env).map(home -> home.resolve(".okx"));
    return flags
        .file()
        .map(path -> new Sourced<>(path.toString(), "--config"))
        .or(() -> variables.text("OKX_CONFIG"))
        .map(text -> named(text, env, root))
        .or(() -> root.map(it -> new ConfigPlace(it.resolve("config.toml"), USUAL, root)));
  }

  private static ConfigPlace named(
      Sourced<String> text, Map<String, String> env, Optional<Path> root) {
    Path path = Variables.parse(text, it -> Home.path(env, it));
    return new ConfigPlace(path, text.source(), root);
  }

  /// Whether a person named it.
  boolean explicit() {
    return !source.equals(USUAL);
  }

  Permissions permissions() {
    return new Permissions(path, root, explicit());
  }
}
