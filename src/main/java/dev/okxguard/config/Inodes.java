package dev.okxguard.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/// Who owns what, and who may write to it.
@FunctionalInterface
interface Inodes {
  /// What lies there, links not followed.
  Inode of(Path path) throws IOException;

  /// The file system's own.
  static Inodes real() {
    return path -> {
      Map<String, Object> found =
          Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
      return new Inode((Integer) found.get("uid"), (Integer) found.get("mode"));
    };
  }

  /// @param mode with the file type, as stat(2) has it
  record Inode(long uid, int mode) {
    private static final int TYPE = 0170000;
    private static final int LINK = 0120000;
    private static final int STICKY = 01000;
    private static final int GROUP_WRITE = 020;
    private static final int OTHERS_WRITE = 02;

    boolean link() {
      return (mode & TYPE) == LINK;
    }

    boolean sticky() {
      return (mode & STICKY) != 0;
    }

    boolean groupMayWrite() {
      return (mode & GROUP_WRITE) != 0;
    }

    boolean othersMayWrite() {
      return (mode & OTHERS_WRITE) != 0;
    }
  }
}
