package dev.okxguard.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a user could change what lies at a path, or put something else there: through the file,
/// through any directory above it, or through a link on the way.
final class WriteAccess {
  /// More links in a row are a loop.
  private static final int MOST_LINKS = 40;

  private final long user;
  private final Inodes inodes;
  private final List<Enforcement.Reason> found = new ArrayList<>();
  private int links;

  /// @param user whose access is judged; not root, who may everything
  WriteAccess(long user, Inodes inodes) {
    this.user = user;
    this.inodes = inodes;
  }

  /// Every way for that user; empty when there is none.
  List<Enforcement.Reason> to(Path path) {
    found.clear();
    links = 0;
    walk(path.toAbsolutePath());
    return found.stream().distinct().toList();
  }

  private void walk(Path path) {
    Path here = path.getRoot();
    judge(here, next(here, path, 0));
    for (int i = 0; i < path.getNameCount(); i++) {
      here = below(here, path.getName(i));
      if (!exists(here) || !judge(here, next(here, path, i + 1))) {
        return;
      }
    }
  }

  private static Optional<Path> next(Path here, Path path, int index) {
    return index < path.getNameCount()
        ? Optional.of(below(here, path.getName(index)))
        : Optional.empty();
  }

  /// As the system goes: up from a link is up from where it leads.
  private static Path below(Path here, Path name) {
    if (!name.toString().equals("..")) {
      return here.resolve(name);
    }
    try {
      return Optional.ofNullable(here.toRealPath().getParent()).orElse(here.getRoot());
    } catch (IOException _) {
      return here.resolve(name);
    }
  }

  /// @return whether to go on below
  private boolean judge(Path here, Optional<Path> next) {
    try {
      Inodes.Inode inode = inodes.of(here);
      if (inode.link()) {
        return follow(here);
      }
      why(inode, next).ifPresent(why -> found.add(new Enforcement.Reason(here, why)));
      return true;
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException | UnsupportedOperationException _) {
      found.add(new Enforcement.Reason(here, "its owner and permissions cannot be read"));
      return false;
    }
  }

  private boolean follow(Path link) throws IOException {
    if (++links > MOST_LINKS) {
      found.add(new Enforcement.Reason(link, "it is a link that leads nowhere"));
      return false;
    }
    walk(link.resolveSibling(Files.readSymbolicLink(link)));
    return true;
  }

  private Optional<String> why(Inodes.Inode inode, Optional<Path> next) {
    if (inode.uid() == user) {
      return Optional.of("that user owns it");
    }
    boolean kept = inode.sticky() && next.filter(WriteAccess::exists).isPresent();
    if (kept) {
      return Optional.empty();
    }
    if (inode.othersMayWrite()) {
      return Optional.of("everybody may write to it");
    }
    return inode.groupMayWrite()
        ? Optional.of("its group may write to it, and that user may be in it")
        : Optional.empty();
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
