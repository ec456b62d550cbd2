package dev.okxguard.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who may know whom.
final class Layers {
  /// For each package, with those below it, the packages or single classes of ours that it may know
  /// besides itself. A package with a row of its own is no part of the one above it.
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          entry("model", Set.of()),
          entry("disk", Set.of()),
          entry("console", Set.of("model")),
          entry("okx.wire", Set.of("model")),
          entry("okx", Set.of("okx.wire", "model")),
          entry("guard", Set.of("model")),
          entry("config", Set.of("guard.Policy", "model", "disk")),
          entry("journal", Set.of("model", "disk")),
          entry("paper", Set.of("okx.wire", "model", "disk")),
          entry("trade", Set.of("guard", "journal", "okx", "model")),
          entry("reconcile", Set.of("guard", "journal", "okx", "model")),
          entry("diagnose", Set.of("guard", "journal", "okx", "model")),
          entry("alert", Set.of("okx.wire", "model")),
          entry(
              "cli",
              Set.of(
                  "model",
                  "disk",
                  "console",
                  "okx.wire",
                  "okx",
                  "guard",
                  "config",
                  "journal",
                  "paper",
                  "trade",
                  "reconcile",
                  "diagnose",
                  "alert")));

  private Layers() {}

  /// `cli → trade, reconcile, diagnose → guard, journal, okx → model`, as the table says. A package
  /// the table does not name breaks the rule: it needs a row first.
  static ArchRule dependenciesPointOneWay(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            Accesses.condition(
                "know only the packages below them", type -> upwardDependencies(type, root)));
  }

  private static Stream<String> upwardDependencies(JavaClass type, String root) {
    if (type.getPackageName().equals(root)) {
      return Stream.of();
    }
    Optional<String> own = layer(type, root);
    if (own.isEmpty()) {
      return Stream.of("is in a package without a row in the table of layers");
    }
    return type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> ours(dependency.getTargetClass(), root))
        .filter(dependency -> !allowed(own.get(), dependency.getTargetClass(), root))
        .map(Dependency::getDescription);
  }

  private static boolean ours(JavaClass type, String root) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }

  private static boolean allowed(String own, JavaClass target, String root) {
    Optional<String> layer = layer(target, root);
    return layer.filter(name -> name.equals(own) || MAY_KNOW.get(own).contains(name)).isPresent()
        || MAY_KNOW.get(own).stream().anyMatch(name -> Code.within(target, root + "." + name));
  }

  private static Optional<String> layer(JavaClass type, String root) {
    return longestFirst()
        .filter(name -> (type.getPackageName() + ".").startsWith(root + "." + name + "."))
        .findFirst();
  }

  private static Stream<String> longestFirst() {
    return MAY_KNOW.keySet().stream().sorted((a, b) -> b.length() - a.length());
  }

  static ArchRule onlyMainAndCliKnowPaper(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root, root + ".cli..", root + ".paper..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".paper..");
  }

  static ArchRule tradeNeverPrints(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".trade..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".console..", "java.util.logging..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.PrintStream")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.PrintWriter");
  }

  /// No cycle between packages side by side. A package and those below it are one family: the
  /// command tree names every verb, and every verb extends what the tree's package offers.
  static ArchRule noPackageCycles(String family) {
    return classes().that().resideInAPackage(family + "..").should(new Cycles(family));
  }
}
