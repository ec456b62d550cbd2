package dev.okxguard.diagnose;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.OpenIntent;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.journal.Verification;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The account's record on disk.
record JournalChecks(Sources sources, Setup setup) {
  private static final long MEGABYTE = 1L << 20;
  private static final long LITTLE = 1_024 * MEGABYTE;
  private static final long TOO_LITTLE = 64 * MEGABYTE;
  private static final Duration AHEAD = Duration.ofMinutes(-1);
  private static final int A_DAY = 24 * 60;
  private static final String NONE = "no journal yet: it begins with the first order";

  List<Check> all() {
    return List.of(
        new Check(CheckId.WRITABLE, this::writable),
        new Check(CheckId.PLACE, this::place),
        new Check(CheckId.DISK, this::disk),
        new Check(CheckId.INTACT, this::intact),
        new Check(CheckId.INTENTS, this::intents),
        new Check(CheckId.RECONCILED, this::reconciled));
  }

  private Finding writable() {
    try {
      StateDirectory state = sources.state.told();
      return barred(state)
          .map(
              path ->
                  Finding.fail(
                      path + " cannot be written, so that entries are denied",
                      "make it a directory of the user who trades: OKX_STATE_DIR, HOME, state_dir"))
          .orElseGet(() -> Finding.ok(state.root().toString()));
    } catch (Fault fault) {
      return Finding.fail(fault.getMessage(), fault.hint());
    }
  }

  private Optional<Path> barred(StateDirectory state) {
    return needed(state).filter(path -> !writable(path)).findFirst();
  }

  /// The directories that are written to, or that the missing ones would be made in.
  private Stream<Path> needed(StateDirectory state) {
    Stream<Path> own =
        sources.knownUid.get().stream()
            .flatMap(
                uid ->
                    Stream.of(
                        state.lock(sources.environment(), uid),
                        state.journal(sources.environment(), uid)));
    return Stream.concat(Stream.of(state.root(), state.anchor()), own)
        .distinct()
        .map(JournalChecks::existing);
  }

  /// So are the files in it: a run as another user leaves some that this one cannot append to.
  private static boolean writable(Path directory) {
    if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
      return false;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(it -> it.toString().endsWith(".ndjson")).allMatch(Files::isWritable);
    } catch (IOException e) {
      return false;
    }
  }

  /// The path, or the nearest directory above it that is there.
  private static Path existing(Path path) {
    return Stream.iterate(path.toAbsolutePath(), it -> it != null, Path::getParent)
        .filter(it -> Files.exists(it, LinkOption.NOFOLLOW_LINKS))
        .findFirst()
        .orElse(path);
  }

  private Finding place() {
    if (barred(sources.state.get()).isPresent()) {
      return Finding.waiting(CheckId.WRITABLE);
    }
    return setup
        .moved(sources.uid.get())
        .map(why -> Finding.fail(why, "okx guard limits --loosen accepts it; for a person"))
        .orElseGet(() -> Finding.ok("where it was"));
  }

  private Finding disk() {
    Path place = existing(sources.state.get().root());
    try {
      return disk(Files.getFileStore(place).getUsableSpace());
    } catch (IOException e) {
      return Finding.unknown("the room on disk cannot be told", "");
    }
  }

  static Finding disk(long free) {
    String text = free / MEGABYTE + " MiB free";
    if (free < TOO_LITTLE) {
      return Finding.fail(text + "; a full disk stops entries", "make room: df -h");
    }
    return free < LITTLE ? Finding.warn(text, "make room: df -h") : Finding.ok(text);
  }

  private Finding intact() {
    Path journal = sources.journal();
    if (!Files.isDirectory(journal)) {
      return Finding.skip(NONE);
    }
    Verification found = JournalReader.verify(journal, Optional.empty(), _ -> {});
    return found.intact()
        ? Finding.ok(found.records() + " records, head " + found.head())
        : Finding.fail("broken: " + found.reason(), "find out who changed it: okx audit verify");
  }

  private Finding intents() {
    List<OpenIntent> open = sources.ledger.get().map(it -> it.openIntents()).orElse(List.of());
    return open.isEmpty()
        ? Finding.ok("none open")
        : Finding.warn(
            open.size() + " open since " + open.getFirst().time() + ": entries are denied",
            "okx --" + sources.environment().word() + " order resolve");
  }

  private Finding reconciled() {
    Optional<Event.Reconciled> last = sources.latest().flatMap(Latest::reconciled);
    String hint = "okx --" + sources.environment().word() + " reconcile; best by cron";
    if (last.isEmpty()) {
      return Finding.warn("never", hint);
    }
    if (!last.get().outcome().equals("clean")) {
      return Finding.fail(
          "the last one, at " + last.get().at() + ", found " + last.get().outcome(),
          "clear up what differs: " + hint);
    }
    int limit = sources.limits.get().policy().reconcileWithinMinutes();
    Duration most = Duration.ofMinutes(limit == 0 ? A_DAY : limit);
    Duration age = Duration.between(last.get().at(), sources.now());
    if (age.compareTo(AHEAD) < 0) {
      return Finding.warn(
          "the last one, at " + last.get().at() + ", lies ahead of the clock", hint);
    }
    String text = "clean, " + age.toMinutes() + " minutes ago";
    return age.compareTo(most) <= 0
        ? Finding.ok(text)
        : Finding.warn(text + ", which is too long", hint);
  }
}
