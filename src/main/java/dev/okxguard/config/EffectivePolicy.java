package dev.okxguard.config;

import dev.okxguard.guard.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The policy in force and how it came about.
///
/// @param limits every key with its value and source
/// @param files the policy files that exist, strongest first
/// @param stateDir where `[policy] state_dir` pins the state; the strongest file that names it
///   counts
/// @param alerts who hears of what
public record EffectivePolicy(
    Policy policy,
    List<Limit> limits,
    List<Path> files,
    Optional<Path> stateDir,
    AlertSettings alerts) {

  public EffectivePolicy {
    limits = List.copyOf(limits);
    files = List.copyOf(files);
  }

  /// The places to use: the pinned state directory, if there is one, overrules the environment's.
  public Home home(Home home) {
    return stateDir.map(home::withState).orElse(home);
  }
}
