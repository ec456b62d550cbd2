package dev.okxguard.config;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Judges who else can read or change the configuration file.
///
/// File and directory must belong to this user and be closed to group and others (600 and 700). The
/// directory of a file that `--config` or `OKX_CONFIG` names outside `~/.okx` may belong to root
/// and be readable, but nobody else may write to it, since whoever can may exchange the file. Links
/// are followed: the directory the name stands in and the one the file really lies in both count.
/// File systems without such permissions are not judged.
///
/// @param named the file as it was named
/// @param root `~/.okx`, when there is a home
/// @param explicit whether a person named the file
record Permissions(Path named, Optional<Path> root, boolean explicit) {
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /// What is wrong, with the commands that put it right; empty when nothing is.
  Optional<Fault> fault() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return Optional.empty();
    }
    try {
      return judge();
    } catch (IOException _) {
      return Optional.of(
          new Fault(
              ExitCode.CONFIG,
              "the permissions of " + named + " cannot be read",
              "Make the file and its directory your own."));
    }
  }

  private Optional<Fault> judge() throws IOException {
    Path file = named.toRealPath();
    Set<Path> directories = new LinkedHashSet<>();
    directories.add(named.toAbsolutePath().getParent().toRealPath());
    directories.add(file.getParent());
    for (Path directory : directories) {
      Optional<Fault> fault = judgeDirectory(directory);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return judge(file, OTHERS, "chmod 600 ", false);
  }

  private Optional<Fault> judgeDirectory(Path directory) throws IOException {
    boolean home =
        root.isPresent() && Files.exists(root.get()) && directory.equals(root.get().toRealPath());
    return explicit && !home
        ? judge(directory, OTHERS_WRITE, "chmod go-w ", true)
        : judge(directory, OTHERS, "chmod 700 ", false);
  }

  private static Optional<Fault> judge(
      Path path, Set<PosixFilePermission> forbidden, String command, boolean orRoot)
      throws IOException {
    PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class);
    boolean mine = CurrentUser.principal().filter(attributes.owner()::equals).isPresent();
    boolean shared = attributes.permissions().stream().anyMatch(forbidden::contains);
    if (!mine && !(orRoot && isRoot(attributes.owner()))) {
      return fault(
          path, "does not belong to the user who runs this command", "chown \"$(id -un)\" ");
    }
    if (shared && !mine) {
      return Optional.of(
          new Fault(
              ExitCode.CONFIG,
              path + " can be written by others",
              "Move the file to a directory of your own, such as ~/.okx."));
    }
    return shared ? fault(path, "is open to other users", command) : Optional.empty();
  }

  private static boolean isRoot(UserPrincipal owner) {
    return owner.getName().equals("root") || owner.getName().equals("0");
  }

  private static Optional<Fault> fault(Path path, String what, String command) {
    return Optional.of(
        new Fault(ExitCode.CONFIG, path + " " + what, "Run: " + command + quoted(path.toString())));
  }

  /// The path as a shell takes it.
  private static String quoted(String path) {
    return path.matches("[A-Za-z0-9_./:@%+=,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
