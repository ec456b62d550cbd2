package dev.okxguard.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/// Which package may know which library, and which part of the JDK.
final class Libraries {
  private static final Set<String> JAVA_BASE =
      ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

  /// The parts of `java.base` that reach outside the process.
  private static final List<String> OUTSIDE = List.of("java.io.", "java.nio.", "java.net.");

  private Libraries() {}

  static ArchRule okHttpOnlyInOkx(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".okx")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "okio..", "kotlin..", "org.conscrypt..");
  }

  static ArchRule picocliOnlyInCliAndMain(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root, root + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..");
  }

  static ArchRule tomlOnlyInConfig(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".config..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.tomlj..", "org.antlr..");
  }

  static ArchRule noJacksonInModelAndGuard(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".model..", root + ".guard..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml..");
  }

  static ArchRule modelDependsOnJavaBaseAlone(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".model..")
        .should()
        .onlyDependOnClassesThat(pureJava().or(below(root + ".model")));
  }

  static ArchRule guardDependsOnModelAlone(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".guard..")
        .should()
        .onlyDependOnClassesThat(pureJava().or(below(root + ".guard")).or(below(root + ".model")));
  }

  private static DescribedPredicate<JavaClass> pureJava() {
    return DescribedPredicate.describe(
        "are in java.base and do no input or output",
        type ->
            JAVA_BASE.contains(type.getPackageName())
                && OUTSIDE.stream().noneMatch((type.getPackageName() + ".")::startsWith));
  }

  private static DescribedPredicate<JavaClass> below(String name) {
    return JavaClass.Predicates.resideInAPackage(name + "..");
  }
}
