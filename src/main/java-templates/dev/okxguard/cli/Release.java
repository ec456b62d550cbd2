package dev.okxguard.cli;

/// What the build knows about itself.
final class Release {
  static final String VERSION = "${project.version}";

  private Release() {}
}
