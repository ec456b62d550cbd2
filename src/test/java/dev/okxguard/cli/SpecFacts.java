package dev.okxguard.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Range;

/// All that picocli tells of a command and its arguments, by the names of its methods. What says
/// where that came from is left out, and the values that fields begin with, which their objects
/// know.
final class SpecFacts {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "hashCode",
          "toString",
          "parent",
          "root",
          "userObject",
          "specElements",
          "mixinAnnotatedElements",
          "hasInitialValue",
          "initialValue",
          "defaultValueString");

  private final Map<String, String> facts = new TreeMap<>();

  private SpecFacts() {}

  /// What is told differently of the two.
  static List<String> differences(CommandSpec one, CommandSpec other) {
    Map<String, String> left = of(one);
    Map<String, String> right = of(other);
    return Stream.concat(left.keySet().stream(), right.keySet().stream())
        .distinct()
        .filter(fact -> !Objects.equals(left.get(fact), right.get(fact)))
        .map(fact -> fact + ": " + left.get(fact) + ", " + right.get(fact))
        .toList();
  }

  private static Map<String, String> of(CommandSpec spec) {
    SpecFacts facts = new SpecFacts();
    facts.tell("", spec);
    facts.tell("usage ", spec.usageMessage());
    facts.tell("parser ", spec.parser());
    spec.mixins().forEach((name, mixin) -> facts.tell("mixin " + name + " ", mixin));
    spec.args().forEach(facts::argument);
    return facts.facts;
  }

  private void argument(ArgSpec argument) {
    tell(text(argument) + " ", argument);
    List<String> words = new ArrayList<>();
    Optional.ofNullable(argument.completionCandidates()).ifPresent(it -> it.forEach(words::add));
    facts.put(text(argument) + " words", words.toString());
  }

  private void tell(String about, Object spec) {
    for (Method method : spec.getClass().getMethods()) {
      boolean tells = method.getParameterCount() == 0 && method.getReturnType() != void.class;
      if (tells
          && !Modifier.isStatic(method.getModifiers())
          && method.getDeclaringClass() != Object.class
          && !LEFT_OUT.contains(method.getName())) {
        facts.put(about + method.getName(), text(value(method, spec)));
      }
    }
  }

  private static Object value(Method method, Object spec) {
    try {
      method.setAccessible(true);
      return method.invoke(spec);
    } catch (InvocationTargetException e) {
      return e.getCause().toString();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case Number number -> number.toString();
      case Boolean yes -> yes.toString();
      case Enum<?> word -> word.name();
      case Class<?> type -> type.getName();
      case Range range -> range + (range.isUnspecified() ? " unspecified" : "");
      case CommandSpec command -> command.qualifiedName();
      case OptionSpec option -> String.join(" ", option.names());
      case PositionalParamSpec parameter -> parameter.index() + " " + parameter.paramLabel();
      case IVersionProvider provider -> provider.getClass().getName();
      case ITypeConverter<?> converter -> name(converter);
      case Object[] all -> texts(Arrays.asList(all));
      case Map<?, ?> map -> map.keySet() + " " + texts(map.values());
      case Collection<?> all -> texts(all);
      case Iterable<?> words -> name(words);
      default -> "";
    };
  }

  private static String texts(Collection<?> all) {
    return all.stream().map(SpecFacts::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /// The class, also of what is only made when it is needed.
  private static String name(Object converter) {
    String text = converter.toString();
    return text.startsWith("dev.okxguard") && !text.contains("@")
        ? text
        : converter.getClass().getName();
  }
}
