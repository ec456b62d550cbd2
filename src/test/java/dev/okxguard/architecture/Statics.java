package dev.okxguard.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.nio.Buffer;
import java.util.BitSet;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ContainerNode;

/// Nothing changes behind anybody's back: what is static never changes.
final class Statics {
  private Statics() {}

  /// No static field can be set again, and none holds something that can change. Declared types do
  /// not tell, so the rule looks at what the fields hold. Private arrays pass;
  /// [Sources#arrayWrites] sees to it that nobody writes to them.
  static ArchRule noStaticMutableState(String root) {
    // The system's file locks belong to the whole process, and so must the record of them.
    String exception = root + ".journal.AccountLock.HELD";
    return classes()
        .should(
            Accesses.condition(
                "keep no static mutable state",
                type ->
                    type.getFields().stream()
                        .filter(field -> !field.getFullName().equals(exception))
                        .flatMap(field -> complaint(type, field).stream())));
  }

  private static Optional<String> complaint(JavaClass type, JavaField field) {
    if (!field.getModifiers().contains(JavaModifier.STATIC)
        || field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
      return Optional.empty();
    }
    if (!field.getModifiers().contains(JavaModifier.FINAL)) {
      return Optional.of("can set " + field.getName() + " again");
    }
    if (field.getRawType().isArray()) {
      return Optional.of("lets others write to the array " + field.getName())
          .filter(_ -> !field.getModifiers().contains(JavaModifier.PRIVATE));
    }
    return Optional.of("can change what " + field.getName() + " holds")
        .filter(_ -> !type.isAnnotation() && changeable(value(field.reflect())));
  }

  private static Object value(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean changeable(Object value) {
    return switch (value) {
      case null -> false;
      case Collection<?> it -> !fixed(it);
      case Map<?, ?> it -> !fixed(it);
      case String _ -> false;
      case CharSequence _ -> true;
      case ContainerNode<?> _ -> true;
      default -> holder(value);
    };
  }

  private static boolean holder(Object value) {
    return value.getClass().getName().startsWith("java.util.concurrent.atomic.")
        || Stream.of(
                ThreadLocal.class,
                RandomGenerator.class,
                Lock.class,
                Buffer.class,
                BitSet.class,
                Date.class)
            .anyMatch(type -> type.isInstance(value));
  }

  private static boolean fixed(Object collection) {
    String name = collection.getClass().getName();
    return Stream.of(
            "java.util.ImmutableCollections$",
            "java.util.Collections$Unmodifiable",
            "java.util.Collections$Empty",
            "java.util.Collections$Singleton")
        .anyMatch(name::startsWith);
  }
}
