package dev.okxguard.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Makes and replaces files that only their owner may read.
public final class PrivateFiles {
  private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private PrivateFiles() {}

  /// Makes the directory and its missing parents with mode 700; existing ones are left as they are.
  public static Path directory(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return path;
    }
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      directory(parent);
    }
    try {
      Files.createDirectory(path, DIRECTORY);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(path)) {
        throw e;
      }
    }
    return path;
  }

  /// Opens a file, making it with mode 600 when it is missing and the options allow that.
  public static FileChannel open(Path path, Set<? extends OpenOption> options) throws IOException {
    return FileChannel.open(path, options, FILE);
  }

  /// Replaces the file's content so that a reader, or a crash, meets the old content or the new,
  /// never a mixture.
  public static void replace(Path path, byte[] content) throws IOException {
    replaceIf(path, content, () -> true);
  }

  /// Something to be true of the file at the last moment.
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws IOException;
  }

  /// Does the same, unless the condition fails when the new content is on disk and only its name is
  /// missing.
  ///
  /// @return whether it did
  public static boolean replaceIf(Path path, byte[] content, Condition condition)
      throws IOException {
    Path directory = directory(path.toAbsolutePath().getParent());
    Path draft = draft(directory, path, content);
    try {
      if (!condition.holds()) {
        return false;
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    force(directory);
    return true;
  }

  /// Makes a new file with that content, whole or not at all, in a directory that is there.
  ///
  /// @throws FileAlreadyExistsException when there is something of that name
  public static void create(Path path, byte[] content) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    Path draft = draft(directory, path, content);
    try {
      // A second name for the draft: unlike a move it never replaces what is there.
      Files.createLink(path, draft);
    } finally {
      Files.deleteIfExists(draft);
    }
    force(directory);
  }

  private static Path draft(Path directory, Path path, byte[] content) throws IOException {
    Path draft = Files.createTempFile(directory, "." + path.getFileName(), ".tmp", FILE);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
      return draft;
    } catch (IOException e) {
      Files.deleteIfExists(draft);
      throw e;
    }
  }

  /// Forces a directory's entries to disk, so that a new or renamed file survives a power cut.
  public static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
