package dev.okxguard.journal;

import dev.okxguard.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A journal of small segments in a directory, as tests write, damage and check it.
record Book(Path directory, TestTime time, int segmentLength) {

  static Book in(Path directory, int recordsPerSegment) {
    return new Book(directory, new TestTime(), recordsPerSegment);
  }

  Journal open() {
    return Journal.open(directory, time, segmentLength, PrivateFiles::open);
  }

  /// Random events; the first entry has a key, so that the key index is never empty.
  Book filled(Random random, int events) {
    Samples samples = new Samples(random, time, true);
    try (Journal journal = open()) {
      journal.append(Samples.entry("first", Optional.of("first")));
      for (int i = 1; i < events; i++) {
        journal.append(samples.next());
      }
    }
    return this;
  }

  /// A copy of all files, replacing what is there.
  Book copy(Path to) throws IOException {
    clear(to);
    try (var files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(directory.relativize(file).toString()));
      }
    }
    return new Book(to, time, segmentLength);
  }

  private static void clear(Path path) throws IOException {
    if (Files.exists(path)) {
      try (var files = Files.walk(path)) {
        for (Path file : files.toList().reversed()) {
          Files.delete(file);
        }
      }
    }
  }

  Verification verify() {
    return verify(Optional.empty());
  }

  Verification verify(Optional<String> anchor) {
    return JournalReader.verify(directory, anchor, count -> {});
  }

  List<Record> records() {
    List<Record> records = new ArrayList<>();
    JournalReader.read(directory, records::add);
    return records;
  }

  List<Path> segments() throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  Path lastSegment() throws IOException {
    return segments().getLast();
  }

  /// The lines of a segment, each with its line feed.
  static List<String> lines(Path segment) throws IOException {
    return new ArrayList<>(Arrays.asList(Files.readString(segment).split("(?<=\n)")));
  }

  static void write(Path segment, List<String> lines) throws IOException {
    Files.writeString(segment, String.join("", lines));
  }
}
