package dev.okxguard.cli.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.okxguard.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Option;

/// The texts are those of the annotations; `-Dgolden=update` writes them anew.
final class SyntaxTest {
  private static final Path SOURCES = Path.of("src", "main", "java");

  private static final Path COMMANDS = SOURCES.resolve(Syntax.ROOT.replace('.', '/'));

  @ParameterizedTest
  @MethodSource("packages")
  void theTextsSayWhatTheAnnotationsSay(String name) throws IOException {
    Map<String, String> texts = texts(COMMANDS.resolve(name.replace('.', '/')));

    Golden.check(COMMANDS.resolve("syntax").resolve(file(name) + ".java"), source(name, texts));
  }

  /// Packages of classes that have a text, from the one of all commands on.
  static List<String> packages() throws IOException {
    try (Stream<Path> all = Files.walk(COMMANDS)) {
      return all.filter(Files::isDirectory)
          .filter(directory -> !texts(directory).isEmpty())
          .map(directory -> COMMANDS.relativize(directory).toString().replace('/', '.'))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyTextIsFound(String name) {
    // What is written now is compiled before the next run.
    assumeThat(System.getProperty("golden")).isNotEqualTo("update");
    texts(COMMANDS.resolve(name.replace('.', '/')))
        .forEach(
            (type, text) ->
                assertThat(Syntax.find(type(name.isEmpty() ? type : name + "." + type)))
                    .isEqualTo(text));
  }

  @Test
  void aClassWithoutATextIsRefusedWithTheWayToWriteIt() {
    assertThatThrownBy(() -> Syntax.of(this))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no syntax of " + getClass().getName())
        .hasMessageContaining("-Dgolden=update");
  }

  /// Something the texts have no word for.
  private static final class Hidden {
    @Option(names = "--it", hidden = true)
    boolean it;
  }

  @Test
  void whatTheTextsHaveNoWordForIsRefused() {
    assertThat(new Hidden().it).isFalse();
    assertThatThrownBy(() -> SyntaxWriter.lines(Hidden.class))
        .hasMessageContaining("no word for hidden");
  }

  /// By the class's name, for those right in that directory.
  private static Map<String, String> texts(Path directory) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      files
          .map(file -> COMMANDS.relativize(file).toString())
          .filter(file -> file.endsWith(".java") && !file.endsWith("package-info.java"))
          .map(file -> type(file.substring(0, file.length() - ".java".length()).replace('/', '.')))
          .forEach(type -> texts.put(type.getSimpleName(), SyntaxWriter.lines(type)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    texts.values().removeIf(String::isEmpty);
    return texts;
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(Syntax.ROOT + "." + name, false, SyntaxTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /// For example `AlgoSyntax` for `order.algo`.
  private static String file(String name) {
    String last = name.isEmpty() ? "root" : name.substring(name.lastIndexOf('.') + 1);
    return Character.toUpperCase(last.charAt(0)) + last.substring(1) + "Syntax";
  }

  private static String source(String name, Map<String, String> texts) {
    StringBuilder source = new StringBuilder();
    source.append("package ").append(Syntax.ROOT).append(".syntax;\n\n");
    source.append("/// What annotations say in `").append(("cli." + name).replaceFirst("\\.$", ""));
    source.append("`. Written by `SyntaxTest` with -Dgolden=update.\n");
    source.append("final class ").append(file(name)).append(" {\n");
    source.append("  private ").append(file(name)).append("() {}\n\n");
    source.append("  static String of(String type) {\n    return switch (type) {\n");
    texts.forEach((type, text) -> source.append(branch(type, text)));
    return source.append("      default -> \"\";\n    };\n  }\n}\n").toString();
  }

  private static String branch(String type, String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"").replace("\r", "\\r");
    return "      case \""
        + type
        + "\" ->\n          \"\"\"\n"
        + escaped.replaceAll("(?m)^(?=.)", " ".repeat(10))
        + "          \"\"\";\n";
  }
}
