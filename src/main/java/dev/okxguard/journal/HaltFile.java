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
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One halt file.
record HaltFile(Path path) {
  private static final int MAX_LENGTH = 4_096;
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

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

  /// Whether it is seen to be there. What merely hides it halts only as long as it does.
  boolean made() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
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

  String name() {
    return path.getFileName().toString();
  }

  /// Its content on one line, or why there is none. Never waits, whatever kind of file it is.
  String reason() {
    try {
      if (!attributes(path).isRegularFile()) {
        return "a halt file that is no plain file";
      }
      String line = content().replaceAll("\\p{Cntrl}+", " ").strip();
      return line.isEmpty() ? "an empty " + name() + " file is there, no reason given" : line;
    } catch (IOException e) {
      return "the halt file cannot be read";
    }
  }

  private String content() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(MAX_LENGTH), UTF_8);
    }
  }

  /// The file as it is now, to tell later whether it is still the same; empty when there is none.
  Optional<Look> look() {
    try {
      BasicFileAttributes now = attributes(path);
      String text = now.isRegularFile() ? content() : "";
      return Optional.of(
          new Look(String.valueOf(now.fileKey()), now.lastModifiedTime().toInstant(), text));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// What somebody saw of it.
  ///
  /// @param key tells files apart that have the same name one after the other
  /// @param changed moves whenever somebody halts once more
  record Look(String key, Instant changed, String content) {}

  /// Makes the file first and writes the reason after, since the file alone is what halts. One that
  /// is there already keeps its reason, but not its time: whoever is about to take it away must
  /// notice.
  void create(String reason, Instant now) throws IOException {
    PrivateFiles.directory(path.toAbsolutePath().getParent());
    do {
      try (FileChannel channel = PrivateFiles.open(path, NEW)) {
        PrivateFiles.force(path.toAbsolutePath().getParent());
        channel.write(ByteBuffer.wrap((reason + "\n").getBytes(UTF_8)));
        channel.force(true);
      } catch (FileAlreadyExistsException e) {
        touch(now);
      }
    } while (!present());
  }

  private void touch(Instant now) throws IOException {
    try {
      // Only a plain file: to set the time of a pipe, the system waits for its other end.
      if (attributes(path).isRegularFile()) {
        Files.setLastModifiedTime(path, FileTime.from(now));
      }
    } catch (NoSuchFileException e) {
      // Taken away at this moment: the caller sees that, and makes it anew.
    }
  }
}
