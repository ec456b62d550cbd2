package dev.okxguard.config;

import dev.okxguard.guard.Policy;
import dev.okxguard.model.Once;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The policy in force and how it came about.
public final class EffectivePolicy {
  private final Declared declared;
  private final Stated inForce;
  private final List<String> problems;
  private final List<Waiting> waiting;
  private final Once<Policy> policy;

  private EffectivePolicy(
      Declared declared, Stated files, List<String> problems, List<Waiting> waiting) {
    this.declared = declared;
    this.inForce = files.tightenedBy(declared.named());
    this.problems = problems;
    this.waiting = waiting;
    this.policy = new Once<>(() -> Policies.of(inForce, problems));
  }

  /// Everything as it is declared.
  static EffectivePolicy of(Declared declared) {
    return new EffectivePolicy(declared, declared.files(), declared.problems(), List.of());
  }

  /// The same on an account with that memory.
  EffectivePolicy under(Memory memory) {
    return new EffectivePolicy(
        declared, memory.inForce(declared.files()), problems, memory.waiting(declared.files()));
  }

  /// The same with one more reason to trust none of it.
  public EffectivePolicy doubted(String problem) {
    return new EffectivePolicy(
        declared, inForce, Stream.concat(problems.stream(), Stream.of(problem)).toList(), waiting);
  }

  Declared declared() {
    return declared;
  }

  /// The guard's record of it.
  public Policy policy() {
    return policy.get();
  }

  /// Every key with its value and source.
  public List<Limit> limits() {
    return PolicyKeys.enforced().stream().map(inForce::limit).toList();
  }

  /// What the files ask for and may not have yet, on the account that was looked at.
  public List<Waiting> waiting() {
    return waiting;
  }

  /// The policy files that exist, strongest first.
  public List<Path> files() {
    return declared.paths();
  }

  /// Where the administrator's `[policy] state_dir` pins the state.
  public Optional<Path> stateDir() {
    return declared.pinned();
  }

  /// Who hears of what.
  public AlertSettings alerts() {
    return AlertKeys.settings(inForce);
  }

  /// The places to use: a state directory that a policy file names, the administrator's before the
  /// user's own, overrules the environment's.
  public Home home(Home home) {
    return declared.pinned().or(declared::moved).map(home::withState).orElse(home);
  }
}
