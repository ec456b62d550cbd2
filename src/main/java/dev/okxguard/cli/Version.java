package dev.okxguard.cli;

import picocli.CommandLine.IVersionProvider;

/// What this program calls itself.
public final class Version implements IVersionProvider {
  /// The version alone, for example `0.1.0`.
  public static String number() {
    return Release.VERSION;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "okx-guard " + number(), "Java " + Runtime.version(),
    };
  }
}
