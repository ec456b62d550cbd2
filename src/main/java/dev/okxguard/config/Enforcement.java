package dev.okxguard.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether whoever runs the command is bound by policy and state, since that user can change
/// neither, or only advised by them.
///
/// Under sudo the user who called it counts. It is a report to the owner of the limits and grants
/// nothing: the variable that names that user can be forged where sudo did not set it.
///
/// @param reasons every way to change policy or state; none where it is enforced
public record Enforcement(List<Reason> reasons) {
  private static final Path SELF = Path.of("/proc/self");
  private static final long ROOT = 0;
  private static final int DEPTH = 2;

  /// How to make it enforced, in words.
  public static final String HOW =
      "give key, policy and state to an operating system user of their own, and let the agent's"
          + " user run okx through one sudo rule: see README, Making the limits binding";

  public Enforcement {
    reasons = List.copyOf(reasons);
  }

  /// One way.
  ///
  /// @param path what could be changed
  /// @param why that user could
  public record Reason(Path path, String why) {}

  /// `enforced` or `advisory`.
  public String word() {
    return reasons.isEmpty() ? "enforced" : "advisory";
  }

  /// For the user who runs this command.
  ///
  /// @param policies the files in force and the places where one could be put
  /// @param states directories with locks, journals and halts
  public static Enforcement of(
      Collection<Path> policies, Collection<Path> states, Map<String, String> env) {
    return of(policies, states, user(env, effective()), Inodes.real());
  }

  static Enforcement of(
      Collection<Path> policies, Collection<Path> states, Optional<Long> user, Inodes inodes) {
    if (user.isEmpty()) {
      return new Enforcement(List.of(new Reason(SELF, "the system does not say who runs this")));
    }
    if (user.get() == ROOT) {
      return new Enforcement(List.of(new Reason(Path.of("/"), "root may change everything")));
    }
    WriteAccess access = new WriteAccess(user.get(), inodes);
    return new Enforcement(
        Stream.concat(policies.stream(), states.stream().flatMap(Enforcement::inside))
            .distinct()
            .flatMap(path -> access.to(path).stream())
            .distinct()
            .toList());
  }

  /// The invoking user: whom sudo names, unless that is the user the process runs as anyway.
  static Optional<Long> user(Map<String, String> env, Optional<Long> effective) {
    String sudo = env.getOrDefault("SUDO_UID", "");
    return sudo.matches("[0-9]{1,10}") ? Optional.of(Long.valueOf(sudo)) : effective;
  }

  private static Optional<Long> effective() {
    try {
      return Optional.of(((Integer) Files.getAttribute(SELF, "unix:uid")).longValue());
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The directory, those of its accounts, and what lies in them.
  private static Stream<Path> inside(Path state) {
    try (Stream<Path> found = Files.walk(state, DEPTH)) {
      return Stream.concat(Stream.of(state), found.toList().stream());
    } catch (IOException _) {
      return Stream.of(state);
    }
  }
}
