package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.disk.PrivateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// Which closed segment mentioned a caller's key last, kept for good. Sorted files ("runs"), each
/// over a range of segments, merged as a binary counter counts, so that their number stays small
/// and no command's cost grows with history.
///
/// Everything in it can be recomputed from the segments; verification does.
record KeyIndex(Path journal) {
  /// Longest range of segments in one run.
  private static final int WIDEST = 256;

  /// The segments a run covers, both included.
  record Run(int first, int last) {
    String name() {
      return Segments.digits(first) + "-" + Segments.digits(last) + ".keys";
    }
  }

  /// The runs that together cover so many closed segments, newest first.
  static List<Run> runs(int closed) {
    List<Run> runs = new ArrayList<>();
    for (int last = closed; last > 0; last = runs.getLast().first() - 1) {
      runs.add(newest(last));
    }
    return runs;
  }

  private static Run newest(int last) {
    return new Run(last - Math.min(WIDEST, Integer.lowestOneBit(last)) + 1, last);
  }

  /// Adds what a segment about to be closed says. Harmless when repeated.
  void add(int segment, Set<String> keys) throws IOException {
    List<String> lines = new ArrayList<>(lines(segment, keys));
    for (Run run : merged(segment)) {
      byte[] content = Files.readAllBytes(path(run));
      for (int at = 0; at < content.length; at += KeyRun.LINE) {
        lines.add(new String(content, at, KeyRun.LINE, US_ASCII));
      }
    }
    PrivateFiles.replace(path(newest(segment)), content(lines));
  }

  /// The older runs that the run ending at this segment takes over.
  private static List<Run> merged(int segment) {
    int first = newest(segment).first();
    return runs(segment - 1).stream().filter(run -> run.first() >= first).toList();
  }

  /// Removes the runs that the run ending at this segment took over. Done one segment late, so that
  /// even a disk that loses the newest segment in a power cut leaves a complete index.
  void discardMerged(int segment) throws IOException {
    for (Run run : merged(segment)) {
      Files.deleteIfExists(path(run));
    }
  }

  /// The last of the closed segments that mentions the key.
  OptionalInt segmentOf(String key, int closed) throws IOException {
    String hash = Sha256.hex(key);
    for (Run run : runs(closed)) {
      OptionalInt found = KeyRun.find(path(run), hash);
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalInt.empty();
  }

  static List<String> lines(int segment, Collection<String> keys) {
    String number = " " + Segments.digits(segment) + "\n";
    MessageDigest digest = Sha256.digest();
    return keys.stream()
        .map(key -> Sha256.hex(digest.digest(key.getBytes(UTF_8))) + number)
        .toList();
  }

  static byte[] content(List<String> lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TreeSet<>(lines).forEach(line -> out.writeBytes(line.getBytes(US_ASCII)));
    return out.toByteArray();
  }

  Path path(Run run) {
    return journal.resolve("keys").resolve(run.name());
  }
}
