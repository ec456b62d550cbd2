package dev.okxguard.paper;

import dev.okxguard.disk.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The file with the record of what happened on the exchange. Lines are appended, and count once
/// the state on disk says how long the record is with them.
///
/// @param number names the file; 0 while there is none
/// @param bytes how much of it counts
record RecordFile(Path directory, int number, long bytes) {
  private static final Pattern NAME = Pattern.compile("record-([1-9][0-9]{0,8})\\.ndjson");

  /// No record yet.
  static RecordFile none(Path directory) {
    return new RecordFile(directory, 0, 0);
  }

  /// The one that this state names; none when it names none.
  static RecordFile of(Path directory, JsonNode state) {
    JsonNode saved = state.path("record");
    return new RecordFile(directory, saved.path("file").asInt(0), saved.path("bytes").asLong(0));
  }

  /// Names it in a state.
  void nameIn(ObjectNode state) {
    state.putObject("record").put("file", number).put("bytes", bytes);
  }

  /// Its lines. What was appended and never counted is cut off.
  ///
  /// @throws IllegalArgumentException when some of it is missing
  InputStream lines() throws IOException {
    if (number == 0) {
      return InputStream.nullInputStream();
    }
    long size = Files.exists(path()) ? Files.size(path()) : 0;
    if (size < bytes) {
      throw new IllegalArgumentException("the record ends after " + size + " of " + bytes);
    }
    if (size > bytes) {
      try (FileChannel file = FileChannel.open(path(), StandardOpenOption.WRITE)) {
        file.truncate(bytes);
      }
    }
    return new BufferedInputStream(Files.newInputStream(path()));
  }

  /// The record with what goes on it, or in its place; the lines are on disk then.
  RecordFile with(Snapshot snapshot) throws IOException {
    RecordFile start = snapshot.anew() ? none(directory) : this;
    if (snapshot.lines().isEmpty()) {
      return start;
    }
    RecordFile file = start.number == 0 ? new RecordFile(directory, free(), 0) : start;
    return file.append(snapshot.lines());
  }

  private RecordFile append(List<byte[]> lines) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      text.writeBytes(line);
      text.write('\n');
    }
    PrivateFiles.directory(directory);
    try (FileChannel file =
        PrivateFiles.open(path(), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
      PrivateFiles.write(file, text.toByteArray(), bytes);
    }
    return new RecordFile(directory, number, bytes + text.size());
  }

  /// Deletes all others, which count no more; one that cannot be deleted only takes room.
  void dropOthers() throws IOException {
    for (int other : numbers()) {
      if (other != number) {
        var _ = path(other).toFile().delete();
      }
    }
  }

  private int free() throws IOException {
    return numbers().stream().mapToInt(used -> used).max().orElse(0) + 1;
  }

  private List<Integer> numbers() throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(name -> Integer.valueOf(name.group(1)))
          .toList();
    }
  }

  private Path path() {
    return path(number);
  }

  private Path path(int other) {
    return directory.resolve("record-" + other + ".ndjson");
  }
}
