package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Where an account's journals are kept, noted beside its lock: elsewhere nothing is known of the
/// marks, the cooldown, the pinned modes and the counts that OKX does not keep, so that a moved
/// state directory would begin afresh.
public final class JournalPlace {
  private final StateDirectory state;
  private final Path note;
  private final Path unmoved;

  /// @throws Fault CONFIG for a uid that is no uid
  public JournalPlace(StateDirectory state, Environment env, String uid) {
    this.state = state;
    this.note = state.lock(env, uid).resolve("journal-at");
    this.unmoved = new StateDirectory(state.anchor()).journal(env, uid);
  }

  /// Why the journal in use does not tell all; empty when it is where it was. Never throws.
  ///
  /// @param locked whether the account's lock is held, so that a place seen first may be noted
  public Optional<String> moved(boolean locked) {
    try {
      Path here = real(state.root());
      Optional<Path> known = known();
      if (known.isEmpty() && locked) {
        write(here);
      }
      return known.filter(place -> !place.equals(here)).map(place -> moved(place, here));
    } catch (IOException | RuntimeException _) {
      return Optional.of("where the account's journals were kept cannot be told from " + note);
    }
  }

  /// Notes the place in use, which only a person may ask for.
  ///
  /// @throws Fault CONFIG when it cannot be written
  public void keep() {
    try {
      write(real(state.root()));
    } catch (IOException e) {
      throw new Fault(
          ExitCode.CONFIG,
          note + " cannot be written: " + JournalReader.reason(e),
          "mend the permissions of the state directory");
    }
  }

  /// A journal at the usual place counts where nothing is noted yet.
  private Optional<Path> known() throws IOException {
    if (Files.notExists(note, LinkOption.NOFOLLOW_LINKS)) {
      return Files.exists(unmoved, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(real(state.anchor()))
          : Optional.empty();
    }
    if (!Files.isRegularFile(note)) {
      throw new IOException("no regular file");
    }
    return Optional.of(Path.of(Files.readString(note).strip()));
  }

  private void write(Path place) throws IOException {
    PrivateFiles.replace(note, (place + "\n").getBytes(UTF_8));
  }

  private static Path real(Path place) throws IOException {
    return Files.exists(place) ? place.toRealPath() : place.toAbsolutePath().normalize();
  }

  private static String moved(Path from, Path to) {
    return "the account's journals were kept in "
        + from
        + " and are in "
        + to
        + " now, where what came before is not known; go back (OKX_STATE_DIR, HOME), or a person"
        + " accepts the new place: okx guard limits --loosen";
  }
}
