package dev.okxguard.journal;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/// Reads a journal without changing it; needs no lock.
public final class JournalReader {
  private JournalReader() {}

  /// Gives every record that can be trusted, oldest first, and says how far that went.
  ///
  /// @throws Fault CONFIG when a file cannot be read
  public static Verification read(Path directory, Consumer<Record> each) {
    return lines(directory, line -> each.accept(line.record()));
  }

  /// The same, with the lines as they stand.
  public static Verification lines(Path directory, Consumer<Proven> each) {
    return run(new ChainAudit(directory, Optional.of(each), Optional.empty(), count -> {}));
  }

  /// Checks hashes, order, completeness, checkpoints and the key index. It cannot notice records
  /// cut off at the end or a chain written anew from start to end; an anchor kept elsewhere can.
  ///
  /// @param anchor a hash that must be in the chain
  /// @param progress told the number of records so far, now and then
  /// @throws Fault CONFIG when a file cannot be read
  public static Verification verify(
      Path directory, Optional<String> anchor, LongConsumer progress) {
    return run(new ChainAudit(directory, Optional.empty(), anchor, progress));
  }

  private static Verification run(ChainAudit audit) {
    try {
      return audit.run();
    } catch (IOException e) {
      throw unreadable(audit.directory(), e);
    }
  }

  /// What the journal says by now, from the last segment alone; empty for a directory that does not
  /// exist.
  ///
  /// @throws JournalBroken when the last segment is broken beyond a torn last line
  /// @throws Fault CONFIG when it cannot be read or a newer version wrote it
  public static Ledger ledger(Path directory) {
    Ledger ledger = new Ledger(new Archive(directory));
    try {
      Tail.read(directory, Segments.count(directory), ledger);
      return ledger;
    } catch (ChainBreak e) {
      throw fault(directory, e);
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  /// The last record's number and hash, to be kept elsewhere as an anchor; empty when there is no
  /// journal, or none that can be read.
  public static Optional<Head> head(Path directory) {
    try {
      Ledger ledger = new Ledger(new Archive(directory));
      Head head = Tail.read(directory, Segments.count(directory), ledger).head();
      return Optional.of(head).filter(end -> end.seq() > 0);
    } catch (ChainBreak | IOException e) {
      return Optional.empty();
    }
  }

  /// Says which records are worth reading.
  @FunctionalInterface
  public interface Wanted {
    /// @param type see [Record#type()]
    boolean test(String type, long seq);
  }

  /// Gives every record from that number on that is wanted, oldest first, but no checkpoints, which
  /// only repeat what came before. Reads no segment that ends before it; gives nothing for a
  /// directory that does not exist.
  ///
  /// @param seq a number beyond the last record gives nothing
  /// @return number of the last record of all, 0 where there is none
  /// @throws JournalBroken when something wanted is broken, or the chain is, beyond a torn last
  ///   line; records given before that can be trusted
  /// @throws Fault CONFIG when it cannot be read or a newer version wrote it
  public static long since(Path directory, long seq, Wanted wanted, Consumer<Record> each) {
    try {
      return new LaterRecords(directory, seq, wanted, each, () -> false).read();
    } catch (ChainBreak e) {
      throw fault(directory, e);
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  /// Whether there is a record like that. Reads little beyond the first.
  ///
  /// @throws Fault as [#since]
  public static boolean any(Path directory, Wanted wanted, Predicate<Record> sought) {
    AtomicBoolean found = new AtomicBoolean();
    Consumer<Record> each = record -> found.compareAndSet(false, sought.test(record));
    try {
      new LaterRecords(directory, 1, wanted, each, found::get).read();
      return found.get();
    } catch (ChainBreak e) {
      throw fault(directory, e);
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  /// When the first record was written, by the local clock; empty when there is none.
  ///
  /// @throws JournalBroken when the first record is not as it was written
  /// @throws Fault CONFIG when it cannot be read or a newer version wrote it
  public static Optional<Instant> first(Path directory) {
    try {
      return Segments.count(directory) == 0
          ? Optional.empty()
          : FirstLine.of(directory, 1).map(Line::time);
    } catch (ChainBreak e) {
      throw fault(directory, e);
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  static Fault fault(Path directory, ChainBreak e) {
    if (e.newer()) {
      String message = "the journal " + directory + " was written by a newer version of okx";
      return new Fault(ExitCode.CONFIG, message, "use that version");
    }
    return new JournalBroken(directory.toString(), e.seq(), e.getMessage());
  }

  static Fault unreadable(Path directory, IOException e) {
    return new Fault(
        ExitCode.CONFIG,
        "the journal " + directory + " cannot be read: " + reason(e),
        "mend the permissions of the state directory");
  }

  static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }
}
