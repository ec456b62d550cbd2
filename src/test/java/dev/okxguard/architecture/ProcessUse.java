package dev.okxguard.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/// Who may touch the process itself: its clock, environment, streams and exit.
final class ProcessUse {
  /// What belongs to the process, by class and member.
  private static final Map<String, Set<String>> MEMBERS =
      Map.ofEntries(
          entry(
              "java.lang.System",
              Set.of(
                  "getenv",
                  "getProperty",
                  "getProperties",
                  "setProperty",
                  "currentTimeMillis",
                  "nanoTime",
                  "exit",
                  "console",
                  "out",
                  "err",
                  "in",
                  "setOut",
                  "setErr",
                  "setIn")),
          entry("java.lang.Thread", Set.of("sleep")),
          entry("java.util.concurrent.TimeUnit", Set.of("sleep")),
          entry("java.lang.Runtime", Set.of("exit", "halt")),
          entry("java.lang.ProcessHandle$Info", Set.of("startInstant", "totalCpuDuration")),
          entry("java.lang.IO", Set.of("print", "println", "readln")),
          entry("java.util.Calendar", Set.of("getInstance")),
          entry("java.time.InstantSource", Set.of("system")));

  private ProcessUse() {}

  static ArchRule onlyMainTouchesTheProcess(String root) {
    return classes()
        .that(
            DescribedPredicate.describe("are not Main", type -> !Code.within(type, root + ".Main")))
        .should(
            Accesses.none(
                "leave clock, environment, streams and exit to Main", ProcessUse::ofTheProcess));
  }

  private static boolean ofTheProcess(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getName();
    String name = target.getName();
    return MEMBERS.getOrDefault(owner, Set.of()).contains(name)
        || owner.startsWith("java.time.") && name.equals("now")
        || owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick"))
        || withoutArguments(target) && printsOrTellsTheTime(target);
  }

  private static boolean printsOrTellsTheTime(AccessTarget target) {
    return target.getName().equals("printStackTrace")
        || target.getName().equals("<init>")
            && Set.of("java.util.Date", "java.util.GregorianCalendar")
                .contains(target.getOwner().getName());
  }

  private static boolean withoutArguments(AccessTarget target) {
    return target instanceof CodeUnitAccessTarget unit && unit.getRawParameterTypes().isEmpty();
  }
}
