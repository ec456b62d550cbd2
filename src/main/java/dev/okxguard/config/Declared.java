package dev.okxguard.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the policy files say.
///
/// @param files the values of the files that count for every command
/// @param named what only this command's variables name; it tightens, whatever it says
/// @param problems why they cannot be trusted
/// @param paths the files that exist, strongest first
/// @param pinned where the administrator's file puts the state, and nothing moves it
/// @param moved where the user's own file puts it, which moves no lock, halt or memory
record Declared(
    Stated files,
    Stated named,
    List<String> problems,
    List<Path> paths,
    Optional<Path> pinned,
    Optional<Path> moved) {

  Declared {
    problems = List.copyOf(problems);
    paths = List.copyOf(paths);
  }
}
