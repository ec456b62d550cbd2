package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;

/// Searches one sorted file of `SHA-256 segment` lines, all of one length, without reading it
/// whole.
final class KeyRun {
  /// 64 digits of hash, a space, eight digits of segment number, a line feed.
  static final int LINE = 74;

  private static final int NUMBER_AT = 65;

  private KeyRun() {}

  /// The highest segment number with that hash.
  static OptionalInt find(Path path, String hash) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      if (channel.size() % LINE != 0) {
        throw new IOException(path.getFileName() + " has a broken length");
      }
      long at = lastNotAbove(channel, hash + "~");
      String line = at < 0 ? "" : line(channel, at);
      return line.startsWith(hash)
          ? OptionalInt.of(Integer.parseInt(line.substring(NUMBER_AT, LINE - 1)))
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      throw new IOException(path.getFileName() + " is malformed", e);
    }
  }

  /// Index of the last line that sorts before the bound, -1 when none does.
  private static long lastNotAbove(FileChannel channel, String bound) throws IOException {
    long low = -1;
    long high = channel.size() / LINE;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (line(channel, middle).compareTo(bound) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static String line(FileChannel channel, long index) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(LINE);
    while (line.hasRemaining()) {
      if (channel.read(line, index * LINE + line.position()) < 0) {
        throw new IOException("the key index ends early");
      }
    }
    return new String(line.array(), US_ASCII);
  }
}
