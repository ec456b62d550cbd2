package dev.okxguard.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// No dependency of a package leads back to it by way of another.
///
/// ArchUnit's own rule gives one group of tangled packages and leaves the others out; this one
/// names every dependency that is part of a cycle.
final class Cycles extends ArchCondition<JavaClass> {
  private final String family;
  private final Map<String, Set<String>> graph = new HashMap<>();

  /// @param family the package whose direct members, each with all below it, must not be tangled
  Cycles(String family) {
    super("be part of no cycle of packages below " + family);
    this.family = family;
  }

  @Override
  public void init(Collection<JavaClass> classes) {
    for (JavaClass type : classes) {
      for (Dependency it : between(type).toList()) {
        graph.computeIfAbsent(from(it), _ -> new HashSet<>()).add(to(it));
      }
    }
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    between(type)
        .filter(it -> leadsTo(to(it), from(it)))
        .map(it -> SimpleConditionEvent.violated(type, it.getDescription()))
        .forEach(events::add);
  }

  private Stream<Dependency> between(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(it -> member(it.getOriginClass()).isPresent())
        .filter(it -> member(it.getTargetClass()).isPresent())
        .filter(it -> !from(it).equals(to(it)));
  }

  private String from(Dependency dependency) {
    return member(dependency.getOriginClass()).orElseThrow();
  }

  private String to(Dependency dependency) {
    return member(dependency.getTargetClass()).orElseThrow();
  }

  private Optional<String> member(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(family + ".")
        ? Optional.of(name.substring(family.length() + 1).split("\\.", 2)[0])
        : Optional.empty();
  }

  private boolean leadsTo(String start, String goal) {
    Set<String> seen = new HashSet<>(Set.of(start));
    Deque<String> ahead = new ArrayDeque<>(seen);
    while (!ahead.isEmpty()) {
      String member = ahead.pop();
      if (member.equals(goal)) {
        return true;
      }
      graph.getOrDefault(member, Set.of()).stream().filter(seen::add).forEach(ahead::push);
    }
    return false;
  }
}
