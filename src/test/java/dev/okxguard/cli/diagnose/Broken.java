package dev.okxguard.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import java.util.List;
import tools.jackson.databind.JsonNode;

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

  /// Breaks that world, looks, and expects it to be told.
  Commands.Run found(World world) throws Exception {
    how.apply(world);
    world.write();
    Commands.Run run = world.diagnose(options.toArray(String[]::new));
    JsonNode check = World.check(run.json(), id);
    assertThat(check.path("level").asString()).as(check.toString()).isEqualTo(level);
    assertThat(check.path("text").asString()).contains(text);
    assertThat(check.path("hint").asString()).as("a hint").isNotEmpty();
    assertThat(run.code()).as(run.toString()).isEqualTo(exit);
    if (!options.contains("--go-live")) {
      List<String> failed = exit == 0 ? List.of() : List.of(id);
      assertThat(World.levels(run.json(), "fail")).as("nothing else").isEqualTo(failed);
    }
    return run;
  }

  @Override
  public String toString() {
    return promise;
  }
}
