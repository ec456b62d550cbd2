package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The append-only record of one account: numbered segments of hash-chained lines. Whoever opens it
/// must hold the [AccountLock].
///
/// A record that [#append] returned survives a crash and a power cut.
public final class Journal implements AutoCloseable {
  /// Records in a segment: what every command reads, against how often a checkpoint is written.
  private static final int USUAL_LENGTH = 250;

  private static final int TORN_KEPT = 65_536;

  private final Path directory;
  private final Time time;
  private final int segmentLength;
  private final Disk disk;
  private final Ledger ledger;
  private SegmentFile file;
  private Head head;

  private Journal(Path directory, Time time, int segmentLength, Disk disk, Ledger ledger) {
    this.directory = directory;
    this.time = time;
    this.segmentLength = segmentLength;
    this.disk = disk;
    this.ledger = ledger;
  }

  /// Opens the journal in that directory, making it when there is none, and takes over what was
  /// written [Beside] it. A last line torn by a crash is replaced by a `torn-tail` note that holds
  /// its bytes.
  ///
  /// @throws JournalBroken when anything else is wrong with the last segment
  /// @throws Fault CONFIG when it cannot be read or written, or a newer version wrote it
  public static Journal open(Path directory, Time time) {
    return open(directory, time, Foreseen.nothing());
  }

  /// The same where its end was looked at before.
  public static Journal open(Path directory, Time time, Foreseen foreseen) {
    return whole(alone(directory, time, USUAL_LENGTH, PrivateFiles::open, foreseen));
  }

  static Journal open(Path directory, Time time, int segmentLength, Disk disk) {
    return whole(alone(directory, time, segmentLength, disk, Foreseen.nothing()));
  }

  /// With what is beside it.
  private static Journal whole(Journal journal) {
    Path directory = journal.directory;
    try {
      new TakeOver(journal, directory, journal.time).run();
      return journal;
    } catch (IOException e) {
      journal.close();
      throw JournalReader.unreadable(Beside.directory(directory), e);
    } catch (Fault e) {
      journal.close();
      throw e;
    } catch (RuntimeException e) {
      journal.close();
      throw unusable(Beside.directory(directory), e);
    }
  }

  /// Anybody may have put there whatever it was, and an exit goes on without a journal after a
  /// fault only.
  private static Fault unusable(Path beside, RuntimeException e) {
    return new Fault(
        ExitCode.CONFIG,
        "what is in " + beside + " cannot be taken over: " + e,
        "look at what is in that directory, and move away what okx did not write");
  }

  /// The same without a look at what is beside it.
  static Journal alone(Path directory, Time time) {
    return alone(directory, time, USUAL_LENGTH, PrivateFiles::open, Foreseen.nothing());
  }

  private static Journal alone(
      Path directory, Time time, int segmentLength, Disk disk, Foreseen foreseen) {
    Ledger ledger = new Ledger(new Archive(directory));
    Journal journal = new Journal(directory, time, segmentLength, disk, ledger);
    try {
      PrivateFiles.directory(directory);
      int count = Segments.requireAll(directory);
      journal.resume(Tail.read(directory, count, ledger, foreseen));
      return journal;
    } catch (ChainBreak e) {
      throw JournalReader.fault(directory, e);
    } catch (IOException e) {
      throw journal.unwritable(e);
    }
  }

  /// This journal after it was closed, for whoever holds the lock once more: goes on where it stood
  /// if nothing was written since, and is opened anew otherwise.
  ///
  /// @throws Fault as when opening it
  public Journal again() {
    try {
      if (Segments.requireAll(directory) == file.number() && file.untouched()) {
        file.again();
        return this;
      }
    } catch (IOException | ChainBreak _) {
      // Opening it anew says what is wrong.
    }
    return open(directory, time, segmentLength, disk);
  }

  private void resume(Tail tail) throws IOException, ChainBreak {
    head = tail.head();
    file = SegmentFile.open(disk, directory, tail);
    if (tail.segment() == 1 && tail.end() == 0) {
      PrivateFiles.force(directory);
    }
    if (tail.rotate()) {
      rotate();
    }
    if (tail.torn().length > 0) {
      byte[] kept = Arrays.copyOf(tail.torn(), Math.min(tail.torn().length, TORN_KEPT));
      // In the place of what is torn, also where the segment is full.
      add(new Event.Note("torn-tail", new String(kept, ISO_8859_1)));
    }
  }

  /// Writes the event and forces it to disk before it returns.
  ///
  /// @throws Fault CONFIG when it cannot be written; then no record was added
  public Record append(Event event) {
    try {
      if (file.full(segmentLength)) {
        rotate();
      }
      return add(event);
    } catch (IOException e) {
      throw unwritable(e);
    } catch (ChainBreak e) {
      throw new IllegalStateException("a record just made cannot be read", e);
    }
  }

  private Record add(Event event) throws IOException, ChainBreak {
    Line line = write(file, event.type(), EventCodec.bytes(event));
    ledger.apply(Sound.of(line, Depth.LEDGER), file.number());
    return line.record();
  }

  /// Writes the events one behind the other and forces them to disk together before it returns.
  ///
  /// @throws Fault CONFIG when they cannot be written; then no record was added
  public void appendAll(List<? extends Event> events) {
    append(events.stream().map(Payload::of).toList());
  }

  /// The same with what was written elsewhere before.
  void append(List<Payload> payloads) {
    try {
      if (file.full(segmentLength)) {
        rotate();
      }
      List<Line> lines = new ArrayList<>();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Head last = head;
      for (Payload payload : payloads) {
        byte[] line = Line.encode(last, time.now(), payload.type(), payload.data());
        bytes.writeBytes(line);
        lines.add(Line.parse(line, 0, line.length - 1).orElseThrow());
        last = lines.getLast().head();
      }
      file.append(bytes.toByteArray(), lines.size());
      head = last;
      for (Line line : lines) {
        ledger.apply(Sound.of(line, Depth.LEDGER), file.number());
      }
    } catch (IOException e) {
      throw unwritable(e);
    } catch (ChainBreak e) {
      throw new IllegalStateException("a record just made cannot be read", e);
    }
  }

  private Line write(SegmentFile to, String type, byte[] data) throws IOException {
    byte[] bytes = Line.encode(head, time.now(), type, data);
    Line line = Line.parse(bytes, 0, bytes.length - 1).orElseThrow();
    to.append(bytes, 1);
    head = line.head();
    return line;
  }

  /// Starts the next segment. Until its checkpoint is on disk everything stays as it was, so that a
  /// crash or a full disk in between costs nothing.
  private void rotate() throws IOException, ChainBreak {
    int closing = file.number();
    KeyIndex index = new KeyIndex(directory);
    index.add(closing, ledger.keysTouched());
    SegmentFile next = SegmentFile.open(disk, directory, Tail.none(closing + 1));
    Checkpoint checkpoint = ledger.checkpoint();
    Head before = head;
    try {
      Line line = write(next, Record.CHECKPOINT, checkpoint.bytes());
      next.begun();
      PrivateFiles.force(directory);
      ledger.restore(checkpoint, line);
    } catch (IOException e) {
      head = before;
      next.close();
      throw e;
    }
    SegmentFile closed = file;
    file = next;
    closed.close();
    index.discardMerged(closing - 1);
  }

  /// What the journal says; follows each append.
  public Ledger ledger() {
    return ledger;
  }

  /// The last record's number and hash, to be kept elsewhere as an anchor.
  public Head head() {
    return head;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Fault unwritable(IOException e) {
    return new Fault(
        ExitCode.CONFIG,
        "the journal " + directory + " cannot be written: " + JournalReader.reason(e),
        "free space or mend the permissions; entries stay refused until it can be written");
  }
}
