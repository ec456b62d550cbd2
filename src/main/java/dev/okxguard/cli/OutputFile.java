package dev.okxguard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// The file that `--output` names: a new one, its owner's alone, in a directory that is there and
/// holds no state of ours. Whoever may run this program through sudo gets no more than that.
public final class OutputFile {
  private final Path path;

  private OutputFile(Path path) {
    this.path = path;
  }

  /// That file, looked at before anything is done.
  ///
  /// @throws Fault USAGE when it is there already or cannot be made there
  public static OutputFile at(Path path, Session session) {
    Path parent = path.toAbsolutePath().getParent();
    if (path.toString().isEmpty() || parent == null || !Files.isDirectory(parent)) {
      throw usage("--output names a file in a directory that is not there");
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(path);
    }
    if (state(session).stream().anyMatch(state -> within(parent, state))) {
      throw usage("--output does not write into the state directory");
    }
    return new OutputFile(path);
  }

  /// Nothing where the configuration is too broken to tell.
  private static List<Path> state(Session session) {
    try {
      StateDirectory state = session.state();
      return List.of(state.root(), state.anchor());
    } catch (Fault _) {
      return List.of();
    }
  }

  private static boolean within(Path directory, Path state) {
    try {
      return Files.isDirectory(state) && directory.toRealPath().startsWith(state.toRealPath());
    } catch (IOException e) {
      throw usage("--output names a directory that cannot be read");
    }
  }

  /// Writes all of it or nothing.
  ///
  /// @throws Fault USAGE when there is something of that name by now, CONFIG when it cannot be made
  public void write(String text) {
    try {
      PrivateFiles.create(path, text.getBytes(UTF_8));
    } catch (FileAlreadyExistsException e) {
      throw exists(path);
    } catch (IOException | UnsupportedOperationException e) {
      throw unwritable();
    }
  }

  /// Begins to write it.
  ///
  /// @throws Fault CONFIG when it cannot be made
  public NewFile begin() {
    try {
      return NewFile.create(path);
    } catch (IOException e) {
      throw unwritable();
    }
  }

  private Fault unwritable() {
    return new Fault(
        ExitCode.CONFIG,
        path + " cannot be written",
        "name a file in a directory that is there and yours");
  }

  static Fault exists(Path path) {
    return usage(path + " is there already; --output never writes over anything");
  }

  private static Fault usage(String message) {
    return new Fault(
        ExitCode.USAGE, message, "for cron: --output \"report-$(date +%F-%H%M).json\"");
  }
}
