package dev.okxguard.config;

import dev.okxguard.guard.Policy;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the policy files and merges them, the strictest value of each key winning.
///
/// Reading never fails: a file that cannot be used, or asks for what cannot be given, becomes one
/// of [Policy#problems()], which deny entries, while cancel and close keep working.
public final class PolicyReader {
  private final List<Path> files = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Stated stated = Stated.nothing();
  private Optional<Path> stateDir = Optional.empty();

  private PolicyReader() {}

  /// The policy in force.
  ///
  /// @param systemFile the administrator's file, `/etc/okx/guard.toml`
  public static Policy read(Home home, Map<String, String> env, Path systemFile) {
    return effective(home, env, systemFile).policy();
  }

  /// The policy in force, with the source of each value and the files read. Both files may be
  /// missing; the one that `OKX_GUARD` names may not, and it can only tighten: below what the files
  /// and the defaults say, never above.
  public static EffectivePolicy effective(Home home, Map<String, String> env, Path systemFile) {
    PolicyReader reader = new PolicyReader();
    reader.add(systemFile, false);
    reader.add(home.policy(), false);
    reader.addNamed(env);
    return reader.result();
  }

  private void addNamed(Map<String, String> env) {
    try {
      new Variables(env)
          .text("OKX_GUARD")
          .map(text -> Variables.parse(text, it -> Home.path(env, it)))
          .ifPresent(path -> add(path, true));
    } catch (Fault e) {
      problems.add(e.getMessage());
    }
  }

  private void add(Path path, boolean named) {
    switch (TomlFile.read(path)) {
      case Reading.Document document -> {
        PolicyFile file = PolicyFile.of(document);
        judgeOwner(path);
        add(path, file, named ? file.stated().tightening() : file.stated());
      }
      case Reading.Unusable why -> {
        PolicyFile file = PolicyFile.broken(why.message());
        add(path, file, file.stated());
      }
      case Reading.Missing _ -> {
        if (named) {
          problems.add("OKX_GUARD: there is no file " + path);
        }
      }
    }
  }

  /// Limits that anybody may write are nobody's limits.
  private void judgeOwner(Path path) {
    try {
      Set<PosixFilePermission> modes = Files.getPosixFilePermissions(path);
      if (modes.contains(PosixFilePermission.GROUP_WRITE)
          || modes.contains(PosixFilePermission.OTHERS_WRITE)) {
        problems.add(path + " can be written by other users; run: chmod go-w " + path);
      }
    } catch (IOException | UnsupportedOperationException _) {
      problems.add(path + ": its permissions cannot be read");
    }
  }

  private void add(Path path, PolicyFile file, Stated says) {
    files.add(path);
    problems.addAll(file.problems());
    stated = stated.strictest(says);
    stateDir = stateDir.or(file::stateDir);
  }

  private EffectivePolicy result() {
    return new EffectivePolicy(
        Policies.of(stated, problems.stream().distinct().toList()),
        PolicyKeys.ENFORCED.stream().map(stated::limit).toList(),
        files.stream().distinct().toList(),
        stateDir,
        AlertKeys.settings(stated));
  }
}
