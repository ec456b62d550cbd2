package dev.okxguard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts kept beside the tests. `-Dgolden=update` writes them anew.
public final class Golden {
  private static final Path DIRECTORY = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /// Compares with `src/test/resources/golden/NAME`.
  public static void check(String name, String actual) {
    check(DIRECTORY.resolve(name), actual);
  }

  /// Compares with any committed file.
  public static void check(Path file, String actual) {
    try {
      if ("update".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(file).as("run with -Dgolden=update to write it").exists();
      assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
