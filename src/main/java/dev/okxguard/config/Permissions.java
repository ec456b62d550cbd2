package dev.okxguard.config;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Judges who else can read or change the configuration file.
///
/// File and directory must belong to this user and be closed to group and others (600 and 700). The
/// directory of a file that `--config` or `OKX_CONFIG` names outside `~/.okx` may belong to root
/// and be readable, but nobody else may write to it, since whoever can may exchange the file. Links
/// are followed: the directory the name stands in and the one the file really lies in both count. A
/// file that is not there yet is judged by its directory, if that is. File systems without such
/// permissions are not judged.
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
  private static final int STICKY = 01000;
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /// What is wrong, with the commands that put all of it right; empty when nothing is.
  Optional<Fault> fault() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return Optional.empty();
    }
    try {
      List<Finding> findings = findings();
      return findings.isEmpty() ? Optional.empty() : Optional.of(fault(findings));
    } catch (IOException _) {
      return Optional.of(
          new Fault(
              ExitCode.CONFIG,
              "the permissions of " + named + " cannot be read",
              "Make the file and its directory your own."));
    }
  }

  private static Fault fault(List<Finding> findings) {
    return new Fault(
        ExitCode.CONFIG,
        findings.stream().map(Finding::what).collect(Collectors.joining("; ")),
        "Run: " + findings.stream().map(Finding::command).collect(Collectors.joining(" && ")));
  }

  private List<Finding> findings() throws IOException {
    Path parent = named.toAbsolutePath().getParent();
    if (Files.notExists(named, LinkOption.NOFOLLOW_LINKS)) {
      return Files.exists(parent)
          ? judgeDirectory(parent.toRealPath(), named).stream().toList()
          : List.of();
    }
    Path file = named.toRealPath();
    Set<Path> directories = new LinkedHashSet<>();
    directories.add(parent.toRealPath());
    directories.add(file.getParent());
    List<Finding> found = new ArrayList<>();
    // First of all, since a later command may move the file.
    judge(file, OTHERS, "chmod 600 ").ifPresent(found::add);
    for (Path directory : directories) {
      judgeDirectory(directory, file).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Finding> judgeDirectory(Path directory, Path file) throws IOException {
    boolean home =
        root.isPresent() && Files.exists(root.get()) && directory.equals(root.get().toRealPath());
    if (!explicit || home) {
      return judge(directory, OTHERS, "chmod 700 ");
    }
    if (!isSystems(directory)) {
      return judge(directory, OTHERS_WRITE, "chmod go-w ");
    }
    // A directory such as /tmp is not the user's to close.
    return open(directory, OTHERS_WRITE)
        ? Optional.of(
            new Finding(
                directory + " can be written by other users",
                "mkdir -p -m 700 ~/.okx"
                    + (Files.exists(file) ? " && mv " + quoted(file) + " ~/.okx/" : "")))
        : Optional.empty();
  }

  private static Optional<Finding> judge(
      Path path, Set<PosixFilePermission> forbidden, String command) throws IOException {
    UserPrincipal owner = Files.getOwner(path);
    if (CurrentUser.principal().filter(owner::equals).isEmpty()) {
      return Optional.of(
          new Finding(
              path + " does not belong to the user who runs this command",
              "chown \"$(id -un)\" " + quoted(path)));
    }
    return open(path, forbidden)
        ? Optional.of(new Finding(path + " is open to other users", command + quoted(path)))
        : Optional.empty();
  }

  private static boolean open(Path path, Set<PosixFilePermission> forbidden) throws IOException {
    return Files.getPosixFilePermissions(path).stream().anyMatch(forbidden::contains);
  }

  /// Whether the directory belongs to the system: to root, for a user who is not, or to everybody
  /// by the sticky bit.
  private static boolean isSystems(Path directory) throws IOException {
    UserPrincipal owner = Files.getOwner(directory);
    boolean root = owner.getName().equals("root") || owner.getName().equals("0");
    boolean mine = CurrentUser.principal().filter(owner::equals).isPresent();
    boolean sticky =
        FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
            && ((Integer) Files.getAttribute(directory, "unix:mode") & STICKY) != 0;
    return root && (!mine || sticky);
  }

  /// The path as a shell takes it.
  static String quoted(Path file) {
    String path = file.toString();
    return path.matches("[A-Za-z0-9_./:@%+=,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  private record Finding(String what, String command) {}
}
