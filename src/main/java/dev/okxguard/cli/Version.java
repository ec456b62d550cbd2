package dev.okxguard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// What this program calls itself, from a file the build filled in.
public final class Version implements IVersionProvider {
  /// The version alone, for example `0.1.0`.
  public static String number() {
    return properties().getProperty("version");
  }

  /// The day of that version, for example `2026-11-21`.
  public static String date() {
    return properties().getProperty("time").substring(0, "2026-11-21".length());
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "okx-guard " + number(), "Java " + Runtime.version(),
    };
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("/dev/okxguard/version.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
