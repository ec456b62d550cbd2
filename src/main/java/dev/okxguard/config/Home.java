package dev.okxguard.config;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where things are kept. `~` is always `$HOME` of the environment given, whoever the process runs
/// as.
///
/// @param root `~/.okx`
/// @param state `OKX_STATE_DIR`, else `~/.okx/state`
/// @param paper `~/.okx/paper`
/// @param policy `~/.okx/guard.toml`
public record Home(Path root, Path state, Path paper, Path policy) {

  /// The places of that environment.
  ///
  /// @throws Fault `CONFIG` when `HOME` is missing or not absolute, or `OKX_STATE_DIR` is unusable
  public static Home of(Map<String, String> env) {
    Path root =
        directory(env)
            .orElseThrow(
                () ->
                    new Fault(
                        ExitCode.CONFIG,
                        "HOME is not set to an absolute path, so there is no place for"
                            + " configuration and state",
                        "Set HOME to the home directory of the user who trades."))
            .resolve(".okx");
    Path state =
        new Variables(env)
            .text("OKX_STATE_DIR")
            .map(text -> state(env, text))
            .orElse(root.resolve("state"));
    return new Home(root, state, root.resolve("paper"), root.resolve("guard.toml"));
  }

  /// `~/.okx/config.toml`, whether it exists or not.
  public Path config() {
    return root.resolve("config.toml");
  }

  /// The same places with the state where an administrator's policy pins it.
  public Home withState(Path pinned) {
    return new Home(root, pinned, paper, policy);
  }

  static Optional<Path> directory(Map<String, String> env) {
    String home = env.getOrDefault("HOME", "");
    try {
      Path path = Path.of(home);
      return path.isAbsolute() ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /// A path as people write it: `~/` is the home directory.
  ///
  /// @throws Invalid when it is none
  static Path path(Map<String, String> env, String text) {
    if (text.isEmpty()) {
      throw new Invalid("it must be a path, not empty");
    }
    try {
      if (text.equals("~") || text.startsWith("~/")) {
        Path home =
            directory(env).orElseThrow(() -> new Invalid("it needs HOME, which is not set"));
        return home.resolve(text.substring(Math.min(2, text.length())));
      }
      return Path.of(text);
    } catch (InvalidPathException _) {
      throw new Invalid("it must be a path");
    }
  }

  private static Path state(Map<String, String> env, Sourced<String> text) {
    return Variables.parse(
        text,
        value -> {
          Path path = path(env, value);
          if (!path.isAbsolute()) {
            throw new Invalid("it must be an absolute path, the same for every command");
          }
          return path.normalize();
        });
  }
}
