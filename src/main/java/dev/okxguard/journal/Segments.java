package dev.okxguard.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The numbered files the journal consists of: `00000001.ndjson` and on.
final class Segments {
  private static final int DIGITS = 8;
  private static final long ALL_DIGITS = 100_000_000;
  private static final String SUFFIX = ".ndjson";

  private Segments() {}

  static Path path(Path directory, int number) {
    return directory.resolve(digits(number) + SUFFIX);
  }

  /// Eight of them, which a formatter takes ten times as long to write.
  static String digits(int number) {
    return Long.toString(ALL_DIGITS + number).substring(1);
  }

  /// How many there are by the highest number; none when the directory does not exist.
  static int count(Path directory) throws IOException {
    return numbers(directory).max().orElse(0);
  }

  /// The same, and none between others is gone.
  static int requireAll(Path directory) throws IOException, ChainBreak {
    IntSummaryStatistics numbers = numbers(directory).summaryStatistics();
    int count = Math.max(0, numbers.getMax());
    long missing = count - numbers.getCount();
    if (missing != 0) {
      throw new ChainBreak(0, missing + " of its segments are missing");
    }
    return count;
  }

  /// A list of plain names: with a path object for each of thousands of files it took a command
  /// longer than everything else here.
  private static IntStream numbers(Path directory) throws IOException {
    String[] names = directory.toFile().list();
    if (names != null) {
      return Arrays.stream(names).filter(Segments::isName).mapToInt(Segments::number);
    }
    try (Stream<Path> _ = Files.list(directory)) {
      throw new IOException("its files cannot be listed");
    } catch (NoSuchFileException e) {
      return IntStream.empty();
    }
  }

  private static boolean isName(String name) {
    return name.length() == DIGITS + SUFFIX.length()
        && name.endsWith(SUFFIX)
        && name.chars().limit(DIGITS).allMatch(c -> c >= '0' && c <= '9');
  }

  private static int number(String name) {
    return Integer.parseInt(name, 0, DIGITS, 10);
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
