package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// A user's home with files and an environment, for tests.
final class Desk {
  final Path home;
  final Map<String, String> env = new LinkedHashMap<>();
  private Flags flags = Flags.none();

  Desk(Path home) {
    this.home = home;
    env.put("HOME", home.toString());
  }

  Path configPath() {
    return home.resolve(".okx/config.toml");
  }

  Desk config(String text) {
    write(configPath(), text);
    return this;
  }

  Desk set(String name, String value) {
    env.put(name, value);
    return this;
  }

  Desk profile(String name) {
    flags =
        new Flags(
            Optional.of(name),
            flags.environment(),
            flags.readOnly(),
            flags.file(),
            flags.timeout());
    return this;
  }

  Desk environment(Environment environment) {
    flags =
        new Flags(
            flags.profile(),
            Optional.of(environment),
            flags.readOnly(),
            flags.file(),
            flags.timeout());
    return this;
  }

  Desk file(Path path) {
    flags =
        new Flags(
            flags.profile(),
            flags.environment(),
            flags.readOnly(),
            Optional.of(path),
            flags.timeout());
    return this;
  }

  Desk timeout(long millis) {
    flags =
        new Flags(
            flags.profile(),
            flags.environment(),
            flags.readOnly(),
            flags.file(),
            Optional.of(Duration.ofMillis(millis)));
    return this;
  }

  Desk readOnly() {
    flags = new Flags(flags.profile(), flags.environment(), true, flags.file(), flags.timeout());
    return this;
  }

  Settings read() {
    return ConfigReader.read(flags, env);
  }

  /// What reading throws, which must be a fault without a cause.
  Fault fault() {
    return faultOf(this::read);
  }

  /// What asking for credentials throws, reading having worked.
  Fault credentialsFault() {
    Settings settings = read();
    return faultOf(settings::credentials);
  }

  static Fault faultOf(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(Fault.class);
    assertThat(thrown.getCause()).isNull();
    assertThat(thrown.getSuppressed()).isEmpty();
    return (Fault) thrown;
  }

  static void write(Path path, String text) {
    try {
      PrivateFiles.replace(path, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(
        path, java.nio.file.attribute.PosixFilePermissions.fromString(mode));
  }
}
