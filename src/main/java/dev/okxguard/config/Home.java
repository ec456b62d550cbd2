package dev.okxguard.config;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where things are kept. `~` is always `$HOME` of the environment given, whoever the process runs
/// as.
///
/// @param root `~/.okx`
/// @param state `OKX_STATE_DIR`, else `~/.okx/state`
/// @param paper `~/.okx/paper`
/// @param policy `~/.okx/guard.toml`
/// @param owners the `.okx` in the home that the user database names, where `HOME` leads elsewhere
///   and limits, a halt or an account at OKX are there, which count all the same
public record Home(Path root, Path state, Path paper, Path policy, Optional<Path> owners) {

  /// The variable that moves the state.
  public static final String MOVED_BY = "OKX_STATE_DIR";

  /// The places where `HOME` is the user's own.
  public Home(Path root, Path state, Path paper, Path policy) {
    this(root, state, paper, policy, Optional.empty());
  }

  /// The places of that environment.
  ///
  /// @throws Fault `CONFIG` when `HOME` is missing or not absolute, or `OKX_STATE_DIR` is unusable
  public static Home of(Map<String, String> env) {
    return of(env, Optional.empty());
  }

  /// The places of that environment, for a user of whom the home directory is known.
  ///
  /// @throws Fault as above
  public static Home of(Map<String, String> env, Optional<Path> userHome) {
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
            .text(MOVED_BY)
            .map(text -> state(env, text))
            .orElse(root.resolve("state"));
    return new Home(
        root, state, root.resolve("paper"), root.resolve("guard.toml"), owners(userHome, root));
  }

  /// Links are followed, so that the same directory by another name is no other.
  private static Optional<Path> owners(Optional<Path> userHome, Path root) {
    return userHome
        .filter(Path::isAbsolute)
        .map(home -> home.resolve(".okx"))
        .filter(own -> !same(own, root))
        .filter(own -> present(own.resolve("guard.toml")) || counts(own.resolve("state")));
  }

  private static boolean counts(Path state) {
    try (Stream<Path> accounts = Files.isDirectory(state) ? Files.list(state) : Stream.of()) {
      return Stream.concat(Stream.of(state), accounts.toList().stream())
          .anyMatch(directory -> present(directory.resolve("HALT")) || real(directory));
    } catch (IOException _) {
      return true;
    }
  }

  /// Whether an account at OKX is on record there: what is known of it holds from any home.
  private static boolean real(Path account) {
    String name = account.getFileName().toString();
    return name.startsWith("live-") || name.startsWith("demo-");
  }

  private static boolean present(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean same(Path own, Path root) {
    try {
      return Files.exists(root) && Files.isSameFile(own, root);
    } catch (IOException _) {
      return false;
    }
  }

  /// Where locks are held, halts are obeyed and policies are remembered, wherever variables move
  /// the rest.
  public Path unmoved() {
    return owners.orElse(root).resolve("state");
  }

  /// `~/.okx/config.toml`, whether it exists or not.
  public Path config() {
    return root.resolve("config.toml");
  }

  /// The same places with the state where an administrator's policy pins it.
  public Home withState(Path pinned) {
    return new Home(root, pinned, paper, policy, owners);
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
