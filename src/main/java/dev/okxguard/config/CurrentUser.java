package dev.okxguard.config;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;

/// Who this process runs as.
final class CurrentUser {
  /// Belongs to the effective user on Linux, also for one without an entry in the user database, as
  /// is usual in containers; there `ProcessHandle` knows no name.
  private static final Path SELF = Path.of("/proc/self");

  private CurrentUser() {}

  /// The owner that files of this process get; empty when the system does not tell.
  static Optional<UserPrincipal> principal() {
    try {
      if (Files.exists(SELF)) {
        return Optional.of(Files.getOwner(SELF));
      }
      Optional<String> name = ProcessHandle.current().info().user();
      return name.isEmpty()
          ? Optional.empty()
          : Optional.of(
              FileSystems.getDefault()
                  .getUserPrincipalLookupService()
                  .lookupPrincipalByName(name.get()));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
