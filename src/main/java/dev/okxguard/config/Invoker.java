package dev.okxguard.config;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who ran this command: under sudo the one who called it, whose rights count then.
///
/// @param env the environment variables; sudo sets its own, whatever its caller had set
public record Invoker(Map<String, String> env) {

  /// The user's name, for the record: under sudo the caller's.
  public String name() {
    if (sudo()) {
      return env.getOrDefault("SUDO_USER", "user " + env.getOrDefault("SUDO_UID", "unknown"));
    }
    return CurrentUser.principal().map(UserPrincipal::getName).orElse("unknown");
  }

  /// Whether whoever called sudo may do what only the owner of these directories may: root, or who
  /// owns them all. Without sudo the system's own permissions decide. A directory that does not
  /// exist yet is its nearest parent's.
  public boolean maySpeakFor(Path... directories) {
    if (!sudo() || uid().filter(uid -> uid == 0).isPresent()) {
      return true;
    }
    return uid()
        .filter(
            uid -> Stream.of(directories).allMatch(path -> owner(path).equals(Optional.of(uid))))
        .isPresent();
  }

  private boolean sudo() {
    return Stream.of("SUDO_UID", "SUDO_USER", "SUDO_COMMAND").anyMatch(env::containsKey);
  }

  private Optional<Integer> uid() {
    String text = env.getOrDefault("SUDO_UID", "");
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<Integer> owner(Path path) {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
      return Optional.empty();
    }
    try {
      Path existing = path.toAbsolutePath();
      while (Files.notExists(existing, LinkOption.NOFOLLOW_LINKS)) {
        existing = existing.getParent();
      }
      return Optional.of((Integer) Files.getAttribute(existing, "unix:uid"));
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }
}
