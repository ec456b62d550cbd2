package dev.okxguard.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;

/// Reads TOML files so that nothing of their content can come out in an error: the library's
/// messages quote it, so only their positions are used, and no exception is passed on.
final class TomlFile {
  private static final long LARGEST = 1 << 20;
  private static final String QUOTING =
      "Put values in single quotes, which take $ \\ \" as they are ('pa$s'), and ones that hold"
          + " single quotes in three ('''it's''').";

  private TomlFile() {}

  static Reading read(Path path) {
    // A dangling link is there, and somebody meant something by it.
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      return new Reading.Missing();
    }
    if (!Files.isRegularFile(path)) {
      return unusable(path, "is not a regular file, or its directory is closed to this user");
    }
    try {
      if (Files.size(path) > LARGEST) {
        return unusable(path, "is larger than 1 MiB");
      }
      return of(path, Files.readAllBytes(path));
    } catch (AccessDeniedException _) {
      return unusable(path, "may not be read by this user");
    } catch (IOException _) {
      return unusable(path, "cannot be read");
    }
  }

  /// What the file says, or would say, with these bytes in it.
  static Reading of(Path path, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return unusable(path, "is larger than 1 MiB");
    }
    try {
      return parse(path, decode(bytes));
    } catch (CharacterCodingException _) {
      return unusable(path, "is not UTF-8 text");
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Reading parse(Path path, String text) {
    TomlParseResult result;
    try {
      result = Toml.parse(text, TomlParseOptions.sourceless());
    } catch (RuntimeException _) {
      return new Reading.Unusable(path + " is not valid TOML", QUOTING);
    }
    return result.errors().stream()
        .min(TomlFile::order)
        .map(first -> broken(path, first))
        .orElseGet(() -> new Reading.Document(path, text, result));
  }

  private static int order(TomlParseError one, TomlParseError other) {
    int lines = Integer.compare(one.position().line(), other.position().line());
    return lines != 0 ? lines : Integer.compare(one.position().column(), other.position().column());
  }

  private static Reading broken(Path path, TomlParseError error) {
    boolean twice = String.valueOf(error.getMessage()).contains(" previously defined at line ");
    return new Reading.Unusable(
        "%s, line %d, column %d: %s"
            .formatted(
                path,
                error.position().line(),
                error.position().column(),
                twice ? "the same key or table stands here a second time" : "not valid TOML"),
        twice ? "Keep one of the two." : QUOTING);
  }

  private static Reading unusable(Path path, String why) {
    return new Reading.Unusable(path + " " + why, "Correct or move the file.");
  }
}
