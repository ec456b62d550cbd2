package dev.okxguard.cli;

/// What the build knows about itself.
final class Release {
  static final String VERSION = "${project.version}";

  /// When that version was made, fixed so that two builds of it are the same.
  static final String TIME = "${project.build.outputTimestamp}";

  private Release() {}
}
