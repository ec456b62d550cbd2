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
