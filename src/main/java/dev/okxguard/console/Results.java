package dev.okxguard.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Standard output, which remembers why it could not be written. A writer on top of it only says
/// that it could not, and a reader that went away is no fault of anybody's.
public final class Results extends FilterOutputStream {
  private Optional<String> lost = Optional.empty();

  public Results(OutputStream out) {
    super(out);
  }

  /// Why it could not be written; empty when it was, or nobody wants it any more.
  public Optional<String> lost() {
    return lost;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      lost = Optional.of(reason).filter(it -> !unwanted(it));
      throw e;
    }
  }

  /// In the system's words: its reader is gone, or it was closed from the beginning.
  private static boolean unwanted(String reason) {
    return reason.contains("pipe") || reason.contains("file descriptor");
  }
}
