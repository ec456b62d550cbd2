package dev.okxguard.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The numbered files the journal consists of: `00000001.ndjson` and on.
final class Segments {
  private static final Pattern NAME = Pattern.compile("[0-9]{8}\\.ndjson");

  private Segments() {}

  static Path path(Path directory, int number) {
    return directory.resolve("%08d.ndjson".formatted(number));
  }

  /// How many there are by the highest number; none when the directory does not exist.
  static int count(Path directory) throws IOException {
    return numbers(directory).stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /// Refuses when a segment between others is gone.
  static void requireAll(Path directory) throws IOException, ChainBreak {
    int missing = count(directory) - numbers(directory).size();
    if (missing != 0) {
      throw new ChainBreak(0, missing + " of its segments are missing");
    }
  }

  private static List<Integer> numbers(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .map(name -> Integer.valueOf(name.substring(0, 8)))
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /// The content of one of them.
  static byte[] read(Path directory, int number, long nextSeq) throws IOException, ChainBreak {
    Path path = path(directory, number);
    try {
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new ChainBreak(nextSeq, "segment " + path.getFileName() + " is missing");
    }
  }
}
