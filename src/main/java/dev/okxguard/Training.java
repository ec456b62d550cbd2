package dev.okxguard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What the build trains the image's start-up archive with: command lines run one after the other
/// in one process, since an archive is made of what one process loaded. No command leads here.
final class Training {
  private Training() {}

  /// Takes a file with one command line in each line, after the exit codes that are right for it,
  /// as in `0|9 diagnose --json`.
  public static void main(String[] args) throws IOException {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        run(line.split(" "));
      }
    }
  }

  private static void run(String[] words) {
    String code = Integer.toString(Main.start(Arrays.copyOfRange(words, 1, words.length)));
    if (!Arrays.asList(words[0].split("\\|")).contains(code)) {
      throw new IllegalStateException(String.join(" ", words) + ": it ended with " + code);
    }
  }
}
