package dev.okxguard.journal;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Reads and scans all segments in their order, some of them ahead of the one that is asked for, on
/// the processors there are. Never holds more than those few in memory.
final class ScanAhead implements AutoCloseable {
  /// One more than there are processors keeps these busy while a scan waits to be taken.
  private final int most = Runtime.getRuntime().availableProcessors() + 1;

  private final Path directory;
  private final int count;
  private final Deque<FutureTask<SegmentScan>> under = new ArrayDeque<>();
  private int started;

  /// @param count number of the last segment
  ScanAhead(Path directory, int count) {
    this.directory = directory;
    this.count = count;
  }

  /// The scan of the next segment.
  ///
  /// @throws ChainBreak when it is missing
  SegmentScan next() throws IOException, ChainBreak {
    while (started < count && under.size() < most) {
      int segment = ++started;
      FutureTask<SegmentScan> task = new FutureTask<>(() -> scan(segment));
      under.add(task);
      Thread.startVirtualThread(task);
    }
    return result(under.remove());
  }

  private SegmentScan scan(int segment) throws IOException, ChainBreak {
    byte[] bytes = Segments.read(directory, segment, 0);
    return SegmentScan.of(bytes, segment == count, Depth.ALL);
  }

  private static SegmentScan result(FutureTask<SegmentScan> task) throws IOException, ChainBreak {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ExitCode.INTERRUPTED, "interrupted while reading the journal", "");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case ChainBreak broken -> throw broken;
        case IOException unread -> throw unread;
        default -> throw new IllegalStateException("a segment could not be scanned", e.getCause());
      }
    }
  }

  /// What was scanned in vain is left to end by itself.
  @Override
  public void close() {
    under.forEach(task -> task.cancel(false));
  }
}
