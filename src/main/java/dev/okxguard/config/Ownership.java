package dev.okxguard.config;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;

/// Judges whether a file may name a program to run: otherwise a variable that points to another
/// user's file would run that user's program with this user's rights.
final class Ownership {
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private Ownership() {}

  /// @throws Invalid unless the file, the directory it is named in and the one it lies in belong to
  ///   root or this user, and nobody else may write to them; file systems without such permissions
  ///   are not judged
  static void mustBeOurs(Path named) {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try {
      Path file = named.toRealPath();
      for (Path path :
          List.of(file, file.getParent(), named.toAbsolutePath().getParent().toRealPath())) {
        if (!ours(path)) {
          throw new Invalid(
              "a program is run only if root or the user who runs this command owns "
                  + path
                  + " and nobody else may write to it");
        }
      }
    } catch (IOException _) {
      throw new Invalid("a program is run only if the owner of this file can be told");
    }
  }

  private static boolean ours(Path path) throws IOException {
    UserPrincipal owner = Files.getOwner(path);
    boolean root = owner.getName().equals("root") || owner.getName().equals("0");
    return (root || CurrentUser.principal().filter(owner::equals).isPresent())
        && Files.getPosixFilePermissions(path).stream().noneMatch(OTHERS_WRITE::contains);
  }
}
