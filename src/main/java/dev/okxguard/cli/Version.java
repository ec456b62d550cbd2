package dev.okxguard.cli;

import picocli.CommandLine.IVersionProvider;

/// What this program calls itself.
public final class Version implements IVersionProvider {
  /// The version alone, for example `0.1.0`.
  public static String number() {
    return Release.VERSION;
  }

  /// The day of that version, for example `2026-11-21`.
  public static String date() {
    return Release.TIME.substring(0, "2026-11-21".length());
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "okx-guard " + number(), "Java " + Runtime.version(),
    };
  }
}
