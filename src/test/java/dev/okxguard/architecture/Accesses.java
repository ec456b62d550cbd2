package dev.okxguard.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Conditions for classes, from a function that lists what is wrong with one.
final class Accesses {
  private Accesses() {}

  /// Holds when the function finds nothing to complain about.
  static ArchCondition<JavaClass> condition(
      String description, Function<JavaClass, Stream<String>> complaints) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        complaints
            .apply(type)
            .map(text -> type.getName() + " " + text)
            .forEach(text -> events.add(SimpleConditionEvent.violated(type, text)));
      }
    };
  }

  /// Holds when no call, method reference or field access is of the forbidden kind.
  static ArchCondition<JavaClass> none(String description, Predicate<JavaAccess<?>> forbidden) {
    return condition(
        description,
        type ->
            type.getAccessesFromSelf().stream().filter(forbidden).map(JavaAccess::getDescription));
  }
}
