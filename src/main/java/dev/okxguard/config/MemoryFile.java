package dev.okxguard.config;

import dev.okxguard.disk.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where an account's memory of its policy is kept: values as text, by dotted key.
record MemoryFile(Path path) {
  private static final int LARGEST = 1 << 20;
  private static final int FORMAT = 1;

  /// What is remembered; empty when nothing was ever put there.
  ///
  /// @throws Invalid when there is something that is no memory at all
  Optional<Remembered> read() {
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      JsonNode root = JsonMapper.shared().readTree(content());
      if (root.path("format").asInt(0) != FORMAT || !root.path("held").isObject()) {
        throw new Invalid("is not what this version writes");
      }
      return Optional.of(new Remembered(root.path("held")));
    } catch (JacksonException _) {
      throw new Invalid("is damaged");
    } catch (IOException _) {
      throw new Invalid("cannot be read");
    }
  }

  private byte[] content() throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new Invalid("is not a regular file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Invalid("is larger than 1 MiB");
      }
      return bytes;
    }
  }

  /// Puts it there, whole or not at all.
  void write(Memory memory) throws IOException {
    PrivateFiles.replace(path, text(memory).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Memory memory) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("format", FORMAT).set("held", Remembered.of(memory).items());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }
}
