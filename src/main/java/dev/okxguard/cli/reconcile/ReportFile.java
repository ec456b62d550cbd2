package dev.okxguard.cli.reconcile;

import dev.okxguard.console.Json;
import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The file a report is to be kept in: a new one, in a directory that is there and holds no state
/// of ours. Whoever may run this command through sudo gets no more than that.
final class ReportFile {
  private final Path path;

  private ReportFile(Path path) {
    this.path = path;
  }

  /// That file, looked at before anything is done.
  ///
  /// @throws Fault USAGE when it is there already or cannot be made
  static ReportFile at(Path path, StateDirectory state) {
    Path parent = path.toAbsolutePath().getParent();
    if (path.toString().isEmpty() || parent == null || !Files.isDirectory(parent)) {
      throw usage("--output names a file in a directory that is not there");
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw usage("--output never writes over what is there: " + path);
    }
    if (within(parent, state.root()) || within(parent, state.anchor())) {
      throw usage("--output does not write into the state directory");
    }
    return new ReportFile(path);
  }

  private static boolean within(Path directory, Path state) {
    try {
      return Files.isDirectory(state) && directory.toRealPath().startsWith(state.toRealPath());
    } catch (IOException e) {
      throw usage("--output names a directory that cannot be read");
    }
  }

  private static Fault usage(String message) {
    return new Fault(
        ExitCode.USAGE, message, "for cron: --output \"report-$(date +%F-%H%M).json\"");
  }

  /// Keeps it there, for its owner alone.
  ///
  /// @return why it could not, empty when it is kept
  Optional<String> keep(JsonNode document) {
    try {
      PrivateFiles.create(path, (Json.pretty(document) + "\n").getBytes(StandardCharsets.UTF_8));
      return Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.of("the report is not in " + path + ": it cannot be written");
    }
  }
}
