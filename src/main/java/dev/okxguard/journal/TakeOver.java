package dev.okxguard.journal;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Takes what commands wrote [Beside] an account's journal into it, oldest first. One whose command
/// still runs waits for the next opening; one that cannot be read to its end is set aside as it is.
///
/// Only what stops or reduces is taken: whoever can write there must not resume, promote or adopt.
record TakeOver(Journal journal, Path directory, Time time) {
  private static final String UNREADABLE = "unreadable-";
  private static final String DONE = "done-";

  /// For how long OKX takes a signed request (reference a.4), where an intent does not say.
  private static final Duration SIGNATURE_LIFE = Duration.ofSeconds(30);

  private static final Set<String> TAKEN =
      Set.of("denied", "halted", "reducing", "tripped", "trading-key", "note");

  /// @throws Fault CONFIG when they cannot be read, or the journal cannot be written
  void run() throws IOException {
    String[] names = Beside.directory(directory).toFile().list();
    if (names == null) {
      return;
    }
    Arrays.sort(names);
    for (String name : names) {
      Path own = Beside.directory(directory).resolve(name);
      if (name.startsWith(DONE)) {
        delete(own);
      } else if (!name.startsWith(UNREADABLE) && Files.exists(Segments.path(own, 1))) {
        take(own);
      }
    }
  }

  private void take(Path own) throws IOException {
    Optional<Verification> read = copied(own);
    if (read.isPresent()) {
      // Nobody holds it any more: its command is over, and Windows moves nothing that is open.
      String mark = read.get().intact() ? DONE : UNREADABLE;
      Path marked = Files.move(own, own.resolveSibling(mark + own.getFileName()));
      if (read.get().intact()) {
        delete(marked);
      }
    }
  }

  /// Has it in the journal; empty while its command still runs.
  private Optional<Verification> copied(Path own) {
    try (AccountLock _ = AccountLock.acquire(own, Duration.ZERO, time)) {
      List<Payload> all = new ArrayList<>();
      Set<String> intents = new HashSet<>();
      Verification read = JournalReader.read(own, record -> add(record, intents, all));
      if (!read.intact()) {
        String text = own.getFileName() + ": " + read.reason();
        all.add(Payload.of(new Event.Note("unreadable-beside", text)));
      }
      journal.append(all);
      return Optional.of(read);
    } catch (Fault fault) {
      if (fault.exitCode() == ExitCode.BUSY) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  private void add(Record record, Set<String> intents, List<Payload> all) {
    ObjectNode data = record.data();
    String id = data.path("intentId").asString("");
    boolean taken =
        switch (record.type()) {
          case "intent" -> !data.path("entry").asBoolean(true) && !known(id) && intents.add(id);
          case "outcome" -> intents.contains(id);
          default -> TAKEN.contains(record.type());
        };
    if (taken && sound(record)) {
      all.add(
          new Payload(record.type(), Canonical.bytes(dated(record.type(), data, record.time()))));
    }
  }

  /// Whether a ledger could read it, which must not meet what nobody of us wrote.
  private static boolean sound(Record record) {
    try {
      EventReader.of(record.type(), record.data(), record.seq());
      return true;
    } catch (ChainBreak e) {
      return false;
    }
  }

  /// Whether a crash kept an earlier takeover from its last step.
  private boolean known(String intentId) {
    return journal.ledger().knows(intentId);
  }

  /// With the time at which it was written, from which that of the new record is too far.
  private static ObjectNode dated(String type, ObjectNode data, Instant written) {
    data.put("beside", Stamp.text(written));
    if (type.equals("intent") && !data.has("expiry")) {
      data.put("expiry", Stamp.text(written.plus(SIGNATURE_LIFE)));
    }
    return data;
  }

  private static void delete(Path own) throws IOException {
    try (Stream<Path> files = Files.walk(own)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
