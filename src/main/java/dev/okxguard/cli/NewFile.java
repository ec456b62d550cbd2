package dev.okxguard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file while it is written; it has its name once it is kept, and is gone without that.
public final class NewFile implements AutoCloseable {
  private final Path path;
  private final Path draft;
  private final FileChannel channel;
  private final PrintWriter writer;

  private NewFile(Path path, Path draft, FileChannel channel) {
    this.path = path;
    this.draft = draft;
    this.channel = channel;
    this.writer = new PrintWriter(new BufferedWriter(Channels.newWriter(channel, UTF_8)));
  }

  static NewFile create(Path path) throws IOException {
    Path draft = PrivateFiles.begin(path);
    return new NewFile(path, draft, FileChannel.open(draft, StandardOpenOption.WRITE));
  }

  /// Takes what goes into it.
  public PrintWriter writer() {
    return writer;
  }

  /// @param complete whether everything could be written
  /// @throws Fault CONFIG when not, USAGE when there is something of its name by now
  public void keep(boolean complete) {
    try {
      if (complete && !writer.checkError()) {
        channel.force(true);
        PrivateFiles.finish(draft, path);
        return;
      }
    } catch (FileAlreadyExistsException e) {
      throw OutputFile.exists(path);
    } catch (IOException | UnsupportedOperationException e) {
      // As below.
    }
    throw new Fault(ExitCode.CONFIG, path + " could not be written", "is the disk full?");
  }

  @Override
  public void close() {
    writer.close();
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // A draft stays behind, under a name that nobody takes for the file's.
    }
  }
}
