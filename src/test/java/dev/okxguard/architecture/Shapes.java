package dev.okxguard.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// What classes look like.
final class Shapes {
  private Shapes() {}

  static ArchRule namesSayWhatAClassIs(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl)")
        .orShould()
        .haveSimpleNameStartingWith("Abstract");
  }

  /// A verb extends [dev.okxguard.cli.BaseCommand] itself, and only that makes a class run.
  static ArchRule commandsExtendOneBaseOnce(String root) {
    String base = root + ".cli.BaseCommand";
    return classes()
        .that()
        .resideInAPackage(root + ".cli..")
        .should(
            Accesses.condition(
                "extend the base command directly when they are commands",
                type -> complaints(type, base)));
  }

  private static Stream<String> complaints(JavaClass type, String base) {
    if (type.getName().equals(base)) {
      return Stream.of();
    }
    boolean below = type.isAssignableTo(base);
    boolean directly = type.getRawSuperclass().filter(it -> it.getName().equals(base)).isPresent();
    boolean runs = type.isAssignableTo(Callable.class) || type.isAssignableTo(Runnable.class);
    boolean verb = type.isAnnotatedWith(Command.class) && type.getSimpleName().endsWith("Command");
    return Stream.of(
            below && !directly ? "extends the base command through another class" : "",
            runs && !below ? "runs without the base command" : "",
            verb && !below ? "is a verb without the base command" : "")
        .filter(text -> !text.isEmpty());
  }
}
