package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.disk.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// One halt file.
record HaltFile(Path path) {
  private static final int MAX_LENGTH = 4_096;

  /// Whether it exists, or cannot be proven not to.
  boolean present() {
    try {
      attributes(path);
      return true;
    } catch (NoSuchFileException e) {
      return !absent(path.toAbsolutePath().getParent());
    } catch (IOException e) {
      return true;
    }
  }

  /// Whether a file is missing because its directory is sound and lacks it, or is itself missing
  /// for that reason. A directory that is a dangling link proves nothing.
  private static boolean absent(Path directory) {
    if (directory == null || Files.isDirectory(directory)) {
      return true;
    }
    try {
      attributes(directory);
      return false;
    } catch (NoSuchFileException e) {
      return absent(directory.getParent());
    } catch (IOException e) {
      return false;
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /// Its content on one line, or why there is none. Never waits, whatever kind of file it is.
  String reason() {
    try {
      if (!attributes(path).isRegularFile()) {
        return "a halt file that is no plain file";
      }
      try (InputStream in = Files.newInputStream(path)) {
        String text = new String(in.readNBytes(MAX_LENGTH), UTF_8);
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? "an empty HALT file is there, no reason given" : line;
      }
    } catch (IOException e) {
      return "the halt file cannot be read";
    }
  }

  /// Makes the file first and writes the reason after, since the file alone is what halts. Leaves
  /// one alone that is there already.
  void create(String reason) throws IOException {
    PrivateFiles.directory(path.toAbsolutePath().getParent());
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    try (FileChannel channel = PrivateFiles.open(path, options)) {
      PrivateFiles.force(path.toAbsolutePath().getParent());
      channel.write(ByteBuffer.wrap((reason + "\n").getBytes(UTF_8)));
      channel.force(true);
    } catch (FileAlreadyExistsException e) {
      // Halted already, for a reason worth keeping.
    }
  }
}
