package dev.okxguard.journal;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Halt files exactly as somebody was shown them. Only these can be taken away: a halt that came
/// later, or once more, stays.
public final class ShownHalt {
  private final List<Seen> files;

  private ShownHalt(List<Seen> files) {
    this.files = List.copyOf(files);
  }

  private record Seen(HaltFile file, boolean present, Optional<HaltFile.Look> look) {
    static Seen of(HaltFile file) {
      return new Seen(file, file.present(), file.look());
    }

    /// A name of its own, since what cannot be deleted stays there.
    Path aside() {
      long changed = look.map(it -> it.changed().toEpochMilli()).orElse(0L);
      return file.path().resolveSibling(file.name() + ".lifted-" + changed);
    }
  }

  static ShownHalt of(Stream<HaltFile> files) {
    return new ShownHalt(files.map(Seen::of).toList());
  }

  /// No files at all.
  public static ShownHalt none() {
    return of(Stream.empty());
  }

  /// Whether any of them halts.
  public boolean any() {
    return files.stream().anyMatch(Seen::present);
  }

  /// Why, in the words of the first.
  public Optional<String> reason() {
    return files.stream().filter(Seen::present).map(seen -> seen.file().reason()).findFirst();
  }

  /// Takes the files away and puts that on record; only for a person who resumes. They are moved
  /// aside first, so that one which changed meanwhile can be told and put back.
  ///
  /// @param onRecord writes the record; when it fails, the files are put back
  /// @throws Fault HALTED when they are not what was shown, CONFIG when they cannot be moved
  public void lift(Runnable onRecord) {
    if (!files.equals(files.stream().map(seen -> Seen.of(seen.file())).toList())) {
      throw changed();
    }
    List<Seen> moved = new ArrayList<>();
    boolean lifted = false;
    try {
      for (Seen seen : files.stream().filter(Seen::present).toList()) {
        moveAside(seen);
        moved.add(seen);
        if (!new HaltFile(seen.aside()).look().equals(seen.look())) {
          throw changed();
        }
      }
      onRecord.run();
      lifted = true;
    } finally {
      for (Seen seen : moved) {
        if (lifted) {
          delete(seen);
        } else {
          putBack(seen);
        }
      }
    }
  }

  /// What somebody was shown, and agreed to end, is no longer so.
  public static Fault changed() {
    return new Fault(
        ExitCode.HALTED,
        "somebody halted again, or resumed, since this was shown; nothing was changed",
        "look again, then run the command again");
  }

  private static void moveAside(Seen seen) {
    try {
      Files.move(seen.file().path(), seen.aside(), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      throw changed();
    } catch (IOException e) {
      throw Halt.unwritable(seen.file(), e);
    }
  }

  private static void putBack(Seen seen) {
    try {
      Files.move(seen.aside(), seen.file().path(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Halt.unwritable(seen.file(), e);
    }
  }

  /// What cannot be deleted is left lying aside, where it halts nothing.
  private static void delete(Seen seen) {
    try {
      Files.deleteIfExists(seen.aside());
    } catch (IOException e) {
      // A directory with something in it.
    }
  }
}
