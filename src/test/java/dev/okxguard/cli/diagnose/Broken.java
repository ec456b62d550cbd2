package dev.okxguard.cli.diagnose;

import java.util.List;

/// One way to get a set-up wrong.
///
/// @param promise what diagnose does about it
/// @param how breaks a sound set-up
/// @param id of the check that tells
/// @param text a part of what it says
record Broken(
    String promise, How how, String id, String level, int exit, String text, List<String> options) {

  /// Breaks something.
  @FunctionalInterface
  interface How {
    void apply(World world) throws Exception;
  }

  static Broken warns(String promise, How how, String id, String text, String... options) {
    return new Broken(promise, how, id, "warn", 0, text, List.of(options));
  }

  static Broken fails(String promise, How how, String id, String text, String... options) {
    return new Broken(promise, how, id, "fail", 9, text, List.of(options));
  }

  @Override
  public String toString() {
    return promise;
  }
}
