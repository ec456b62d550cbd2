package dev.okxguard.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Makes and replaces files that only their owner may read. Where files have no such modes, as on
/// Windows, they are what their directory makes them, which in a user's home is private too.
public final class PrivateFiles {
  private static final boolean MODES =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final String DIRECTORY = "rwx------";
  private static final String FILE = "rw-------";

  private PrivateFiles() {}

  private static FileAttribute<?>[] mode(String text) {
    return MODES
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }

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
      Files.createDirectory(path, mode(DIRECTORY));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(path)) {
        throw e;
      }
    }
    return path;
  }

  /// Opens a file, making it with mode 600 when it is missing and the options allow that.
  public static FileChannel open(Path path, Set<? extends OpenOption> options) throws IOException {
    return FileChannel.open(path, options, mode(FILE));
  }

  /// Replaces the file's content so that a reader, or a crash, meets the old content or the new,
  /// never a mixture.
  public static void replace(Path path, byte[] content) throws IOException {
    Path directory = directory(path.toAbsolutePath().getParent());
    Path draft = begin(path);
    try {
      fill(draft, content);
      rename(draft, path);
    } finally {
      Files.deleteIfExists(draft);
    }
    force(directory);
  }

  /// Something to be true of the file at the last moment.
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws IOException;
  }

  /// Does the same, unless the condition fails when the new content is on disk and only its name is
  /// missing. Of several processes that do so one at a time comes that far: the draft has one name,
  /// which is free again with the file's change.
  ///
  /// @return whether it did
  /// @throws java.nio.file.FileAlreadyExistsException when the draft is there, because another
  ///   process is at it or was killed
  public static boolean replaceIf(Path path, byte[] content, Condition condition)
      throws IOException {
    Path directory = directory(path.toAbsolutePath().getParent());
    Path draft = Files.createFile(draft(path), mode(FILE));
    boolean done = false;
    try {
      fill(draft, content);
      if (condition.holds()) {
        rename(draft, path);
        done = true;
      }
    } finally {
      // Once renamed, the name may already be another process's draft.
      if (!done) {
        Files.deleteIfExists(draft);
      }
    }
    force(directory);
    return done;
  }

  /// Where the new content of such a file is gathered.
  public static Path draft(Path path) {
    return path.resolveSibling("." + path.getFileName() + ".new");
  }

  /// Makes a new file with that content, whole or not at all, in a directory that is there.
  ///
  /// @throws FileAlreadyExistsException when there is something of that name
  public static void create(Path path, byte[] content) throws IOException {
    Path draft = begin(path);
    try {
      fill(draft, content);
      finish(draft, path);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Makes a file, in a directory that is there, to write what shall be a new one of that name.
  public static Path begin(Path path) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    return Files.createTempFile(directory, "." + path.getFileName(), ".tmp", mode(FILE));
  }

  /// Gives what was written its name; the draft is left to be deleted.
  ///
  /// @throws FileAlreadyExistsException when there is something of that name
  public static void finish(Path draft, Path path) throws IOException {
    try {
      // A second name for the draft: unlike a move it never replaces what is there.
      Files.createLink(path, draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      // Not every disk has second names.
      Files.move(draft, path);
    }
    force(path.toAbsolutePath().getParent());
  }

  /// Forces a directory's entries to disk, so that a new or renamed file survives a power cut.
  /// Windows offers no way to.
  public static void force(Path directory) throws IOException {
    if (!MODES) {
      return;
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void fill(Path draft, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      write(channel, content, 0);
    }
  }

  /// Writes all of it from that position on, and forces it to disk.
  public static void write(FileChannel channel, byte[] content, long position) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      channel.write(rest, position + rest.position());
    }
    channel.force(true);
  }

  private static void rename(Path draft, Path path) throws IOException {
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
