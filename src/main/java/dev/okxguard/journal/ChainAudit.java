package dev.okxguard.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// One reading of the whole chain, a segment at a time.
final class ChainAudit {
  private final Path directory;
  private final Optional<Consumer<Proven>> each;
  private final Optional<String> anchor;
  private final LongConsumer progress;
  private final Chain chain = new Chain(true);
  private final Ledger ledger;
  private final List<String> keyLines = new ArrayList<>();
  private Optional<Line> trusted = Optional.empty();
  private boolean anchorSeen;
  private boolean torn;

  ChainAudit(
      Path directory,
      Optional<Consumer<Proven>> each,
      Optional<String> anchor,
      LongConsumer progress) {
    this.directory = directory;
    this.ledger = new Ledger(new Archive(directory));
    this.each = each;
    this.anchor = anchor;
    this.progress = progress;
  }

  Path directory() {
    return directory;
  }

  Verification run() throws IOException {
    int count = Segments.count(directory);
    try (ScanAhead scans = new ScanAhead(directory, count)) {
      Set<KeyIndex.Run> runs = new HashSet<>(KeyIndex.runs(count - 1));
      for (int segment = 1; segment <= count; segment++) {
        walk(scans, segment);
        progress.accept(chain.seq());
        checkKeys(segment, runs);
      }
    } catch (ChainBreak e) {
      return broken(e.seq() == 0 ? OptionalLong.empty() : OptionalLong.of(e.seq()), e.getMessage());
    }
    if (anchor.isPresent() && !anchorSeen) {
      return broken(OptionalLong.empty(), "the anchor " + anchor.get() + " is not in the chain");
    }
    return result(Verification.Outcome.INTACT, OptionalLong.empty(), "");
  }

  private void walk(ScanAhead scans, int segment) throws IOException, ChainBreak {
    SegmentScan scan = scan(scans);
    Replay replay = new Replay(ledger, segment, true);
    scan.walk(chain, (sound, first) -> visit(replay, sound, first));
    torn = scan.end() < scan.bytes().length;
  }

  private SegmentScan scan(ScanAhead scans) throws IOException, ChainBreak {
    try {
      return scans.next();
    } catch (ChainBreak e) {
      throw e.at(chain.seq() + 1);
    }
  }

  private void visit(Replay replay, Sound sound, boolean first) throws ChainBreak {
    Line line = sound.line();
    replay.visit(sound, first);
    anchorSeen |= anchor.isPresent() && anchor.get().equals(line.hash());
    if (each.isPresent()) {
      each.get().accept(new Proven(line));
    }
    trusted = Optional.of(line);
  }

  /// Compares a run with what its segments really say.
  private void checkKeys(int segment, Set<KeyIndex.Run> runs) throws IOException, ChainBreak {
    keyLines.addAll(KeyIndex.lines(segment, ledger.keysTouched()));
    Optional<KeyIndex.Run> run = runs.stream().filter(r -> r.last() == segment).findAny();
    if (run.isPresent()) {
      byte[] expected = KeyIndex.content(keyLines);
      if (!Arrays.equals(expected, content(run.get()))) {
        String reason = "the key index " + run.get().name() + " does not agree with the records";
        throw new ChainBreak(0, reason);
      }
      keyLines.clear();
    }
  }

  private byte[] content(KeyIndex.Run run) throws IOException, ChainBreak {
    try {
      return Files.readAllBytes(new KeyIndex(directory).path(run));
    } catch (NoSuchFileException e) {
      throw new ChainBreak(0, "the key index " + run.name() + " is missing");
    }
  }

  private Verification broken(OptionalLong at, String reason) {
    return result(Verification.Outcome.BROKEN, at, reason);
  }

  private Verification result(Verification.Outcome outcome, OptionalLong at, String reason) {
    Head head = trusted.map(Line::head).orElse(Head.NONE);
    return new Verification(outcome, head.seq(), head.hash(), at, reason, torn);
  }
}
