package dev.okxguard.cli.diagnose;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// A report on disk: a new file, whole or not at all, readable by its owner alone.
record ReportFile(Path path) {

  /// @throws Fault USAGE when there is something of that name
  static ReportFile of(Path path) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(path);
    }
    return new ReportFile(path);
  }

  /// @throws Fault USAGE when there is something of that name by now, CONFIG when it cannot be made
  void write(List<String> lines) {
    try {
      PrivateFiles.create(path, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    } catch (FileAlreadyExistsException e) {
      throw exists(path);
    } catch (IOException e) {
      throw new Fault(
          ExitCode.CONFIG,
          "the report " + path + " cannot be written",
          "name a file in a directory that is there and yours");
    }
  }

  private static Fault exists(Path path) {
    return new Fault(
        ExitCode.USAGE, path + " is there already and is not overwritten", "name a new file");
  }
}
