package dev.okxguard.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The first line of a segment, read without the rest.
final class FirstLine {
  private static final int BLOCK = 16_384;

  private FirstLine() {}

  /// Proven in itself; empty when the segment has no complete line, as a crash leaves the last one.
  static Optional<Line> of(Path directory, int segment) throws IOException, ChainBreak {
    Path path = Segments.path(directory, segment);
    try (InputStream file = Files.newInputStream(path)) {
      ByteArrayOutputStream read = new ByteArrayOutputStream(BLOCK);
      byte[] block = new byte[BLOCK];
      for (int length = file.read(block); length > 0; length = file.read(block)) {
        int feed = lineFeed(block, length);
        read.write(block, 0, feed < 0 ? length : feed);
        if (feed >= 0) {
          byte[] line = read.toByteArray();
          return Optional.of(Sound.of(line, 0, line.length, Sha256.digest(), Depth.LINE).line());
        }
      }
      return Optional.empty();
    } catch (NoSuchFileException e) {
      throw new ChainBreak(0, "segment " + path.getFileName() + " is missing");
    }
  }

  private static int lineFeed(byte[] block, int length) {
    for (int i = 0; i < length; i++) {
      if (block[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
