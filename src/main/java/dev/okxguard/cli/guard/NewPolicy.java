package dev.okxguard.cli.guard;

import dev.okxguard.console.Console;
import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// A policy file about to be written.
record NewPolicy(Path path, String text, Time time) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// Writes it when the person types that it may, keeping a copy of what was there.
  ///
  /// @return the copy
  /// @throws Fault DENIED when the person does not, CONFIG when it cannot be written
  Optional<Path> write(Console console) {
    boolean there = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    String word = there ? "replace" : "write";
    String question = "Type %s to %s %s: ".formatted(word, word, path);
    if (!console.ask(question).map(String::strip).filter(word::equals).isPresent()) {
      throw new Fault(ExitCode.DENIED, "not confirmed; nothing was written", "");
    }
    try {
      Optional<Path> kept = there ? Optional.of(keep()) : Optional.empty();
      PrivateFiles.replace(path, text.getBytes(StandardCharsets.UTF_8));
      return kept;
    } catch (IOException e) {
      throw new Fault(
          ExitCode.CONFIG, path + " cannot be written", "mend the permissions of its directory");
    }
  }

  private Path keep() throws IOException {
    Path copy = path.resolveSibling(path.getFileName() + ".bak-" + STAMP.format(time.now()));
    PrivateFiles.replace(copy, Files.readAllBytes(path));
    return copy;
  }
}
