package dev.okxguard.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Money is decimal.
final class Money {
  /// The packages money passes through.
  static final List<String> PACKAGES =
      List.of("model", "okx", "paper", "guard", "trade", "reconcile", "journal");

  private static final Set<String> BINARY =
      Set.of("double", "float", Double.class.getName(), Float.class.getName());

  private Money() {}

  /// No binary floating-point number is kept, taken, given, or asked of anybody. Local variables
  /// leave no trace in a class file; [Sources#binaryFloats] finds those.
  static ArchRule noBinaryFloats(String root) {
    String[] packages =
        PACKAGES.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
    return classes()
        .that()
        .resideInAnyPackage(packages)
        .should(Accesses.condition("know no double and no float", Money::binaryFloats));
  }

  private static Stream<String> binaryFloats(JavaClass type) {
    Stream<String> fields =
        type.getFields().stream()
            .filter(field -> binary(field.getRawType()))
            .map(field -> "keeps " + field.getDescription());
    Stream<String> methods =
        type.getCodeUnits().stream().filter(Money::binary).map(JavaCodeUnit::getDescription);
    Stream<String> accesses =
        type.getAccessesFromSelf().stream().filter(Money::binary).map(JavaAccess::getDescription);
    return Stream.of(fields, methods, accesses).flatMap(it -> it);
  }

  private static boolean binary(JavaCodeUnit unit) {
    return binary(unit.getRawReturnType())
        || unit.getRawParameterTypes().stream().anyMatch(Money::binary);
  }

  private static boolean binary(JavaAccess<?> access) {
    return switch (access.getTarget()) {
      case FieldAccessTarget field -> binary(field.getRawType());
      case CodeUnitAccessTarget unit ->
          binary(unit.getOwner())
              || binary(unit.getRawReturnType())
              || unit.getRawParameterTypes().stream().anyMatch(Money::binary);
      default -> false;
    };
  }

  private static boolean binary(JavaClass type) {
    return BINARY.contains(type.getBaseComponentType().getName());
  }
}
