package dev.okxguard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A file while it is written; gone again unless it is to be kept.
public final class NewFile implements AutoCloseable {
  private final Path path;
  private final PrintWriter writer;
  private boolean kept;

  private NewFile(Path path, PrintWriter writer) {
    this.path = path;
    this.writer = writer;
  }

  static NewFile create(Path path) throws IOException {
    var channel =
        PrivateFiles.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    return new NewFile(
        path, new PrintWriter(new BufferedWriter(Channels.newWriter(channel, UTF_8))));
  }

  /// Takes what goes into it.
  public PrintWriter writer() {
    return writer;
  }

  /// @param complete whether everything could be written
  /// @throws Fault CONFIG when not
  public void keep(boolean complete) {
    kept = complete && !writer.checkError();
    if (!kept) {
      throw new Fault(ExitCode.CONFIG, path + " could not be written", "is the disk full?");
    }
  }

  @Override
  public void close() {
    writer.close();
    try {
      if (!kept) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // Half a file stays behind; that it is not whole was said already.
    }
  }
}
