package dev.okxguard.journal;

import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The halt files: `HALT` in an account's directory, and `HALT` beside them for all accounts, both
/// where the state is and where it would be had nobody moved it. That one exists is enough,
/// whatever it is or contains; whatever hides whether it exists halts too. Needs no lock.
public final class Halt {
  private final StateDirectory state;

  public Halt(StateDirectory state) {
    this.state = state;
  }

  /// Whether the account, or every account, is halted.
  public boolean halted(Environment env, String uid) {
    return files(env, uid).anyMatch(HaltFile::present);
  }

  /// Why, in the words of whoever halted; empty when not halted.
  public Optional<String> reason(Environment env, String uid) {
    return files(env, uid).filter(HaltFile::present).map(HaltFile::reason).findFirst();
  }

  /// Why every account is halted; empty when they are not all halted.
  public Optional<String> reasonForAll() {
    return all().filter(HaltFile::present).map(HaltFile::reason).findFirst();
  }

  /// Halts the account. An earlier halt keeps its reason.
  ///
  /// @throws Fault CONFIG when no file can be made, so that the account is not halted
  public void set(Environment env, String uid, String reason, Time time) {
    own(env, uid).forEach(file -> set(file, reason, time));
  }

  /// Halts every account.
  ///
  /// @throws Fault CONFIG when no file can be made, so that nothing is halted
  public void setAll(String reason, Time time) {
    all().forEach(file -> set(file, reason, time));
  }

  private static void set(HaltFile file, String reason, Time time) {
    try {
      file.create(Stamp.text(time.now()) + " " + reason);
    } catch (IOException e) {
      if (!file.present()) {
        throw unwritable(file, e);
      }
    }
  }

  /// Removes the account's own halt file; one for all accounts stays. Only for a person who
  /// resumes.
  ///
  /// @throws Fault CONFIG when it cannot be removed
  public void clear(Environment env, String uid) {
    own(env, uid).forEach(Halt::clear);
  }

  /// Removes the halt file for all accounts; their own stay. Only for a person who resumes.
  ///
  /// @throws Fault CONFIG when it cannot be removed
  public void clearAll() {
    all().forEach(Halt::clear);
  }

  private static void clear(HaltFile file) {
    try {
      Files.deleteIfExists(file.path());
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static Fault unwritable(HaltFile file, IOException e) {
    return new Fault(
        ExitCode.CONFIG,
        "the halt file " + file.path() + " cannot be changed: " + JournalReader.reason(e),
        "mend the permissions of the state directory");
  }

  private Stream<HaltFile> files(Environment env, String uid) {
    return Stream.concat(own(env, uid), all());
  }

  private Stream<HaltFile> own(Environment env, String uid) {
    return Stream.of(state.account(env, uid), state.lock(env, uid)).distinct().map(Halt::file);
  }

  private Stream<HaltFile> all() {
    return Stream.of(state.root(), state.anchor()).distinct().map(Halt::file);
  }

  private static HaltFile file(Path directory) {
    return new HaltFile(directory.resolve("HALT"));
  }
}
