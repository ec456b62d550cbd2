package dev.okxguard.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// The segment being written.
final class SegmentFile implements AutoCloseable {
  /// Every command reads the last segment, so that few long records fill it as well as many short
  /// ones.
  private static final long MOST_BYTES = 2_000_000;

  /// A longer checkpoint wants as much of a segment behind it as it is longer than that, or the
  /// journal would be checkpoints in the main.
  private static final long CHEAP_CHECKPOINT = 100_000;

  private final Disk disk;
  private final Path path;
  private final int number;
  private FileChannel channel;
  private long begin;
  private long end;
  private int lines;

  private SegmentFile(Disk disk, Path path, FileChannel channel, Tail tail) {
    this.disk = disk;
    this.path = path;
    this.channel = channel;
    this.number = tail.segment();
    this.begin = tail.begin();
    this.end = tail.end();
    this.lines = tail.lines();
  }

  /// @param tail says where the next line goes; what stands behind it is overwritten
  static SegmentFile open(Disk disk, Path directory, Tail tail) throws IOException {
    Path path = Segments.path(directory, tail.segment());
    return new SegmentFile(disk, path, open(disk, path), tail);
  }

  private static FileChannel open(Disk disk, Path path) throws IOException {
    return disk.open(path, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE));
  }

  /// Opens it once more after it was closed.
  void again() throws IOException {
    channel = open(disk, path);
  }

  /// Whether it holds what this wrote, and nothing behind it.
  boolean untouched() throws IOException {
    return Files.size(path) == end;
  }

  int number() {
    return number;
  }

  /// Whether the next record shall go into another one.
  boolean full(int length) {
    long written = end - begin;
    return written >= MOST_BYTES || lines >= length && written >= begin - CHEAP_CHECKPOINT;
  }

  /// Says that what was written so far is its checkpoint, which fills nothing.
  void begun() {
    begin = end;
  }

  /// Writes the bytes of that many lines and forces them to disk, or leaves the segment as it was
  /// as far as the disk lets it. A thread that was interrupted still writes: an outcome must get on
  /// record, and Java would close the file instead.
  void append(byte[] bytes, int count) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      appendOrTakeBack(bytes);
      lines += count;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void appendOrTakeBack(byte[] line) throws IOException {
    try {
      write(line);
    } catch (IOException e) {
      takeBack(e);
      throw e;
    }
    end += line.length;
  }

  private void write(byte[] line) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(line);
    while (rest.hasRemaining()) {
      channel.write(rest, end + rest.position());
    }
    if (channel.size() > end + line.length) {
      channel.truncate(end + line.length);
    }
    channel.force(false);
  }

  /// If even this fails, the half line stays behind as a torn one, which the next opening repairs.
  private void takeBack(IOException cause) {
    try {
      channel.truncate(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
