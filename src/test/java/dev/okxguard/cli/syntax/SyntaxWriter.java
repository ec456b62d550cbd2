package dev.okxguard.cli.syntax;

import dev.okxguard.cli.Reach;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// Writes what the annotations of a class say as the lines that are read when a command is run.
/// Refuses what those have no word for.
final class SyntaxWriter {
  /// The words for what annotations say, by the names there.
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("footer", "example"),
          Map.entry("arity", "arity"),
          Map.entry("defaultValue", "default"),
          Map.entry("fallbackValue", "fallback"),
          Map.entry("split", "split"),
          Map.entry("aliases", "aliases"),
          Map.entry("required", "required"),
          Map.entry("usageHelp", "usageHelp"),
          Map.entry("versionHelp", "versionHelp"));

  /// What is written apart from the rest.
  private static final List<String> APART =
      List.of(
          "name",
          "names",
          "index",
          "scope",
          "paramLabel",
          "description",
          "converter",
          "completionCandidates");

  private final StringBuilder lines = new StringBuilder();

  private SyntaxWriter() {}

  /// The lines of a class, "" when its annotations say nothing.
  static String lines(Class<?> type) {
    SyntaxWriter writer = new SyntaxWriter();
    writer.type(type);
    return writer.lines.toString();
  }

  private void type(Class<?> type) {
    of(type, Reach.class)
        .map(Reach::value)
        .filter(reach -> reach != Reach.Kind.WRITE)
        .ifPresent(reach -> line("reach", reach.name()));
    of(type, Command.class)
        .ifPresent(
            command -> {
              head("command", command.name(), command.description());
              attributes(command);
            });
    for (Field field : type.getDeclaredFields()) {
      field(field);
    }
    for (Method method : type.getDeclaredMethods()) {
      if (method.getAnnotations().length > 0 && method.isAnnotationPresent(Option.class)) {
        throw new IllegalArgumentException("no words for an option that is a method: " + method);
      }
    }
  }

  private void field(Field field) {
    for (Annotation annotation : field.getAnnotations()) {
      switch (annotation) {
        case Spec spec when spec.value() == Spec.Target.SELF -> line("spec", field.getName());
        case Spec spec when spec.value() == Spec.Target.MIXEE -> line("mixee", field.getName());
        case Mixin mixin -> {
          line("mixin", field.getName());
          attributes(mixin);
        }
        case Option option -> {
          String names = String.join(" ", option.names());
          String words = join(field.getName(), names, option.paramLabel());
          boolean global = option.scope() == ScopeType.INHERIT;
          head(global ? "global" : "option", words, option.description());
          words(option.converter(), option.completionCandidates());
          attributes(option);
        }
        case Parameters parameter -> {
          String words = join(field.getName(), index(parameter), parameter.paramLabel());
          head("parameter", words, parameter.description());
          words(parameter.converter(), parameter.completionCandidates());
          attributes(parameter);
        }
        default -> throw new IllegalArgumentException(field + " has " + annotation);
      }
    }
  }

  private void head(String word, String words, String... about) {
    line(word, about.length == 0 ? words : words + " : " + about[0]);
    Arrays.stream(about).skip(1).forEach(text -> inner("about", text));
  }

  private static String index(Parameters parameter) {
    if (parameter.index().isEmpty() || parameter.scope() != ScopeType.LOCAL) {
      throw new IllegalArgumentException("no place of its own: " + parameter);
    }
    return parameter.index();
  }

  private void words(Class<?>[] converters, Class<?> candidates) {
    if (List.of(converters).equals(List.of(candidates))) {
      inner("words", text(candidates));
      return;
    }
    Arrays.stream(converters).forEach(it -> inner("converter", text(it)));
    if (candidates.getName().startsWith(Syntax.ROOT)) {
      inner("candidates", text(candidates));
    }
  }

  private void attributes(Annotation annotation) {
    Map<String, Method> methods = new TreeMap<>();
    for (Method method : annotation.annotationType().getDeclaredMethods()) {
      methods.put(method.getName(), method);
    }
    methods.keySet().removeAll(APART);
    methods.forEach((name, method) -> attribute(name, value(method, annotation), method));
  }

  private void attribute(String name, Object value, Method method) {
    if (Objects.deepEquals(value, method.getDefaultValue())) {
      return;
    }
    String word = Optional.ofNullable(WORDS.get(name)).orElseThrow(() -> unknown(name, value));
    switch (value) {
      case Object[] all when name.equals("aliases") -> inner(word, join(all));
      case Object[] all -> Arrays.stream(all).forEach(it -> inner(word, text(it)));
      default -> inner(word, text(value));
    }
  }

  private static String join(Object... values) {
    return Arrays.stream(values)
        .map(SyntaxWriter::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /// A yes is said by its word alone.
  private static String text(Object value) {
    return switch (value) {
      case Class<?> type -> type.getName().substring(Syntax.ROOT.length() + 1);
      case String text -> text;
      default -> "";
    };
  }

  private static Object value(Method method, Annotation annotation) {
    try {
      method.setAccessible(true);
      return method.invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void inner(String word, String rest) {
    line("  " + word, rest);
  }

  /// What has lines itself is kept on one, with other line breaks.
  private void line(String word, String rest) {
    if (rest.contains("\r") || rest.startsWith(" ") || rest.endsWith(" ")) {
      throw new IllegalArgumentException("does not fit a line: " + rest);
    }
    lines.append(rest.isEmpty() ? word : word + " " + rest.replace('\n', '\r')).append("\n");
  }

  private static <A extends Annotation> Optional<A> of(AnnotatedElement element, Class<A> kind) {
    return Optional.ofNullable(element.getDeclaredAnnotation(kind));
  }

  private static IllegalArgumentException unknown(String name, Object value) {
    return new IllegalArgumentException("no word for " + name + " = " + value);
  }
}
