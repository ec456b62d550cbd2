package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is known of OKX's dead man's switch, in the file `heartbeat` beside the account's lock, so
/// that moving the journals does not forget it. Replaced as a whole; needs no lock.
public final class HeartbeatFile {
  private final Path path;

  /// @throws Fault CONFIG for a uid that is no uid
  public HeartbeatFile(StateDirectory state, Environment env, String uid) {
    this.path = state.lock(env, uid).resolve("heartbeat");
  }

  /// The last beat.
  ///
  /// @param armedUntil by the exchange's clock, empty when none ever succeeded
  /// @param failed whether it was refused or not answered
  /// @param text in words
  public record Last(Optional<Instant> armedUntil, boolean failed, String text) {}

  /// Empty when there was none, or the switch was switched off.
  ///
  /// @throws Fault CONFIG when the file is there and says nothing that can be relied on
  public Optional<Last> read() {
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    // A pipe would hold up whoever reads it, with the account's lock in hand.
    if (!Files.isRegularFile(path)) {
      throw unusable("is no regular file");
    }
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readString(path));
      Optional<Instant> until =
          Optional.of(json.path("armedUntil").asString(""))
              .filter(text -> !text.isEmpty())
              .map(Instant::parse);
      boolean failed = json.required("failed").booleanValue();
      if (until.isEmpty() && !failed) {
        throw unusable("says neither armed nor failed");
      }
      return Optional.of(new Last(until, failed, json.path("text").asString("")));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException | JacksonException | DateTimeException | IllegalArgumentException e) {
      throw unusable("cannot be read");
    }
  }

  private Fault unusable(String why) {
    return new Fault(
        ExitCode.CONFIG,
        "the heartbeat file " + path + " " + why,
        "a good beat replaces it: okx guard heartbeat --once");
  }

  /// @throws Fault CONFIG when it cannot be written
  public void write(Last last) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("armedUntil", last.armedUntil().map(Instant::toString).orElse(""));
    json.put("failed", last.failed());
    json.put("text", last.text());
    try {
      PrivateFiles.replace(path, (json + "\n").getBytes(UTF_8));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /// Forgets the switch.
  ///
  /// @throws Fault CONFIG when it cannot be removed
  public void clear() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Fault unwritable(IOException e) {
    return new Fault(
        ExitCode.CONFIG,
        "the heartbeat file " + path + " cannot be changed: " + JournalReader.reason(e),
        "mend the permissions of the state directory");
  }
}
