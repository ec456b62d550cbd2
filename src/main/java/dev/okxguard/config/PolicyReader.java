package dev.okxguard.config;

import dev.okxguard.guard.Policy;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
  private Stated named = Stated.nothing();
  private Optional<Path> pinned = Optional.empty();
  private Optional<Path> moved = Optional.empty();

  private PolicyReader() {}

  /// The policy that the files declare.
  ///
  /// @param systemFile the administrator's file, `/etc/okx/guard.toml`
  public static Policy read(Home home, Map<String, String> env, Path systemFile) {
    return effective(home, env, systemFile).policy();
  }

  /// The policy that the files declare, with the source of each value and the files read. Both
  /// files may be missing; the one that `OKX_GUARD` names may not, and it can only tighten what the
  /// other files say, or the default where they say nothing.
  public static EffectivePolicy effective(Home home, Map<String, String> env, Path systemFile) {
    PolicyReader reader = new PolicyReader();
    reader.pinned = reader.add(systemFile).stateDir();
    // Where HOME was moved away from the user's own home, its file is one that a variable names.
    Path own = home.owners().map(root -> root.resolve("guard.toml")).orElse(home.policy());
    reader.moved = reader.add(own).stateDir();
    if (home.owners().isPresent()) {
      reader.addNamed(home.policy(), false);
    }
    reader.addNamed(env);
    return reader.result();
  }

  private void addNamed(Map<String, String> env) {
    try {
      new Variables(env)
          .text("OKX_GUARD")
          .map(text -> Variables.parse(text, it -> Home.path(env, it)))
          .ifPresent(path -> addNamed(path, true));
    } catch (Fault e) {
      problems.add(e.getMessage());
    }
  }

  private PolicyFile add(Path path) {
    PolicyFile file = read(path);
    stated = stated.strictest(file.stated());
    return file;
  }

  /// A file that this command's variables lead to: it tightens, and pins nothing.
  private void addNamed(Path path, boolean mustExist) {
    if (mustExist && Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      problems.add("OKX_GUARD: there is no file " + path);
      return;
    }
    named = named.strictest(read(path).stated());
  }

  private PolicyFile read(Path path) {
    return TomlFile.read(path)
        .fold(
            document -> {
              judgeOwner(path);
              return noted(path, PolicyFile.of(document));
            },
            why -> noted(path, PolicyFile.broken(why.message())),
            PolicyFile::empty);
  }

  private PolicyFile noted(Path path, PolicyFile file) {
    files.add(path);
    problems.addAll(file.problems());
    return file;
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

  private EffectivePolicy result() {
    return EffectivePolicy.of(
        new Declared(
            stated,
            named,
            problems.stream().distinct().toList(),
            files.stream().distinct().toList(),
            pinned,
            moved));
  }
}
