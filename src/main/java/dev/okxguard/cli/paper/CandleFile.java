package dev.okxguard.cli.paper;

import dev.okxguard.cli.Session;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.paper.Candles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Where candles are read from.
///
/// @param name a file, or `-` for standard input
record CandleFile(String name) {
  private static final String HINT = "give a CSV file of candles, or - for standard input";

  /// @throws Fault of kind USAGE when it cannot be read, or its text is not candles
  Candles read(Session session) {
    try {
      byte[] content =
          name.equals("-")
              ? session.console().rawIn().readAllBytes()
              : Files.readAllBytes(Path.of(name));
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Candles.parse(text);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw unreadable("there is no file " + name);
    } catch (CharacterCodingException e) {
      throw unreadable(name + " is not text");
    } catch (IOException e) {
      throw unreadable(name + " cannot be read: " + e.getMessage());
    }
  }

  private static Fault unreadable(String message) {
    return new Fault(ExitCode.USAGE, message, HINT);
  }
}
