package dev.okxguard.cli.syntax;

import dev.okxguard.cli.Reach;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import picocli.CommandLine.Model.CommandSpec;

/// Commands as their annotations have them, without looking at the annotations.
public final class Syntax {
  /// The package of all commands.
  static final String ROOT = "dev.okxguard.cli";

  private static final String REACH = "reach ";

  private Syntax() {}

  /// The command and its arguments, which are set in its fields.
  public static CommandSpec of(Object command) {
    return of(command, null);
  }

  /// The same of what is mixed into another command.
  ///
  /// @param mixee that command, or null
  static CommandSpec of(Object object, CommandSpec mixee) {
    // Names have no variables, and looking for them takes a tenth of the time.
    CommandSpec spec = CommandSpec.wrapWithoutInspection(object).interpolateVariables(false);
    Deque<Class<?>> types = new ArrayDeque<>();
    for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
      types.push(type);
    }
    types.forEach(type -> new SyntaxReader(spec, mixee, object, type).read(text(type)));
    return spec.interpolateVariables(true);
  }

  /// How far a verb reaches; without a word about it, as far as any.
  public static Reach.Kind reach(Object command) {
    String text = text(command.getClass());
    return Arrays.stream(Reach.Kind.values())
        .filter(kind -> text.startsWith(REACH + kind.name() + "\n"))
        .findFirst()
        .orElse(Reach.Kind.WRITE);
  }

  private static String text(Class<?> type) {
    String text = find(type);
    if (text.isEmpty()) {
      throw new IllegalStateException(
          "no syntax of " + type.getName() + ": let SyntaxTest write it with -Dgolden=update");
    }
    return text;
  }

  /// The lines of a class, "" when it has none.
  static String find(Class<?> type) {
    String place = type.getPackageName();
    String name = type.getName().substring(place.length() + 1);
    return switch (place.substring(ROOT.length())) {
      case "" -> RootSyntax.of(name);
      case ".account" -> AccountSyntax.of(name);
      case ".audit" -> AuditSyntax.of(name);
      case ".config" -> ConfigSyntax.of(name);
      case ".diagnose" -> DiagnoseSyntax.of(name);
      case ".guard" -> GuardSyntax.of(name);
      case ".help" -> HelpSyntax.of(name);
      case ".market" -> MarketSyntax.of(name);
      case ".option" -> OptionSyntax.of(name);
      case ".order" -> OrderSyntax.of(name);
      case ".order.algo" -> AlgoSyntax.of(name);
      case ".paper" -> PaperSyntax.of(name);
      case ".reconcile" -> ReconcileSyntax.of(name);
      case ".tour" -> TourSyntax.of(name);
      default -> "";
    };
  }
}
