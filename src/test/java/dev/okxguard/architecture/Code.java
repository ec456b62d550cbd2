package dev.okxguard.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.okxguard.Main;
import java.nio.file.Path;

/// The classes and sources the rules look at.
final class Code {
  static final String ROOT = "dev.okxguard";
  static final String VIOLATIONS = ROOT + ".architecture.violations";
  static final Path SOURCES = Path.of("src", "main", "java");

  private Code() {}

  /// The product's classes, without the tests.
  static JavaClasses product() {
    return Product.CLASSES;
  }

  /// The look-alike product in which every rule is broken.
  static JavaClasses violations() {
    return Violations.CLASSES;
  }

  /// Whether the class is that one or is declared inside of it.
  static boolean within(JavaClass type, String outermost) {
    return type.getName().equals(outermost) || type.getName().startsWith(outermost + "$");
  }

  private static final class Product {
    static final JavaClasses CLASSES =
        new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());
  }

  private static final class Violations {
    static final JavaClasses CLASSES = new ClassFileImporter().importPackages(VIOLATIONS);
  }
}
