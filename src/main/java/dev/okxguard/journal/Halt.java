package dev.okxguard.journal;

import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The halt files: `HALT` in an account's directory, and `HALT` beside them for all accounts, both
/// where the state is and where it would be had nobody moved it. That one exists is enough,
/// whatever it is or contains; whatever hides whether it exists halts too. Needs no lock.
///
/// Files named `REDUCING` are the same for trading that is narrowed to exits.
public final class Halt {
  private final StateDirectory state;
  private final String name;

  public Halt(StateDirectory state) {
    this(state, "HALT");
  }

  private Halt(StateDirectory state, String name) {
    this.state = state;
    this.name = name;
  }

  /// The files that narrow trading to exits.
  public static Halt reducing(StateDirectory state) {
    return new Halt(state, "REDUCING");
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
    set(own(env, uid).toList(), reason, time);
  }

  /// Halts every account.
  ///
  /// @throws Fault CONFIG when no file can be made, so that nothing is halted
  public void setAll(String reason, Time time) {
    set(all().toList(), reason, time);
  }

  /// One that stands is enough: a place that takes no file must not keep it from the other.
  private static void set(List<HaltFile> files, String reason, Time time) {
    List<Fault> trouble = new ArrayList<>();
    for (HaltFile file : files) {
      try {
        file.create(Stamp.text(time.now()) + " " + reason, time.now());
      } catch (IOException e) {
        if (!file.made()) {
          trouble.add(unwritable(file, e));
        }
      }
    }
    if (trouble.size() == files.size()) {
      throw trouble.getFirst();
    }
  }

  /// The account's own files as they are now; those for all accounts are none of them.
  public ShownHalt shown(Environment env, String uid) {
    return ShownHalt.of(own(env, uid));
  }

  /// The files for all accounts as they are now.
  public ShownHalt shownForAll() {
    return ShownHalt.of(all());
  }

  static Fault unwritable(HaltFile file, IOException e) {
    return new Fault(
        ExitCode.CONFIG,
        "the halt file " + file.path() + " cannot be changed: " + JournalReader.reason(e),
        "mend the permissions of the state directory");
  }

  private Stream<HaltFile> files(Environment env, String uid) {
    return Stream.concat(own(env, uid), all());
  }

  private Stream<HaltFile> own(Environment env, String uid) {
    return Stream.of(state.account(env, uid), state.lock(env, uid)).distinct().map(this::file);
  }

  private Stream<HaltFile> all() {
    return Stream.of(state.root(), state.anchor()).distinct().map(this::file);
  }

  private HaltFile file(Path directory) {
    return new HaltFile(directory.resolve(name));
  }
}
