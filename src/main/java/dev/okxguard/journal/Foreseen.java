package dev.okxguard.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The last segment of a journal, read and checked before the [AccountLock] is held, while a
/// command waits for the exchange anyway. It counts only where the segment holds the same bytes
/// under the lock.
public final class Foreseen {
  private static final Foreseen NOTHING = new Foreseen(Optional.empty());

  private final Optional<SegmentScan> scan;

  private Foreseen(Optional<SegmentScan> scan) {
    this.scan = scan;
  }

  /// Nothing was looked at.
  public static Foreseen nothing() {
    return NOTHING;
  }

  /// Looks at the journal in that directory. Whatever is in the way is for opening it to say.
  public static Foreseen in(Path directory) {
    try {
      int last = Segments.count(directory);
      return last == 0
          ? NOTHING
          : new Foreseen(Optional.of(scanned(Segments.read(directory, last, 0))));
    } catch (IOException | ChainBreak | RuntimeException _) {
      return NOTHING;
    }
  }

  /// What the last segment holds, which is these bytes.
  SegmentScan scan(byte[] segment) {
    return scan.filter(seen -> Arrays.equals(seen.bytes(), segment))
        .orElseGet(() -> scanned(segment));
  }

  private static SegmentScan scanned(byte[] segment) {
    return SegmentScan.of(segment, true, Depth.LEDGER);
  }
}
