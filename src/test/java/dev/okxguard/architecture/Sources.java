package dev.okxguard.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What only the sources show. Every method lists what is wrong below a directory.
final class Sources {
  private static final int LONGEST = 300;

  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile(
          "(?s)//[^\\n"
              + "]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n"
              + "])*\"|'(?:\\\\.|[^'\\\\])'");

  private static final Pattern BINARY_FLOAT =
      Pattern.compile("\\b(double|float|Double|Float)\\b|\\b\\d+\\.\\d*([eE][+-]?\\d+)?[dDfF]?\\b");

  private static final Pattern STATIC_ARRAY =
      Pattern.compile("static final [\\w.<>?, ]+(?:\\[\\])+ (\\w+)");

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "\\s*public (?:(?:static|final|abstract|sealed|non-sealed) )*"
              + "(?:class|record|interface|enum|@interface) (\\w+).*");

  private Sources() {}

  static List<String> packagesWithoutInfo(Path root) {
    return list(root)
        .map(Path::getParent)
        .distinct()
        .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
        .map(directory -> directory + " has no package-info.java")
        .toList();
  }

  static List<String> longFiles(Path root) {
    return list(root)
        .filter(file -> text(file).lines().count() > LONGEST)
        .map(file -> file + " has more than " + LONGEST + " lines")
        .toList();
  }

  static List<String> publicTypesWithoutJavadoc(Path root) {
    return list(root).flatMap(file -> undocumented(file, text(file).lines().toList())).toList();
  }

  private static Stream<String> undocumented(Path file, List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(line -> PUBLIC_TYPE.matcher(lines.get(line)).matches())
        .filter(line -> !documented(lines, line))
        .mapToObj(line -> file + " does not say what this is: " + lines.get(line).strip());
  }

  /// Whether a comment stands above the line, perhaps with annotations in between.
  private static boolean documented(List<String> lines, int type) {
    for (int line = type - 1; line >= 0; line--) {
      String text = lines.get(line).strip();
      if (text.startsWith("///")) {
        return true;
      }
      boolean body = text.endsWith("{") && !text.contains("=");
      if (text.isEmpty() || body) {
        return false;
      }
    }
    return false;
  }

  /// Binary floating-point types and literals below the packages given, local variables too.
  static List<String> binaryFloats(Path root, List<String> packages) {
    return packages.stream()
        .map(root::resolve)
        .filter(Files::exists)
        .flatMap(Sources::list)
        .flatMap(
            file ->
                BINARY_FLOAT
                    .matcher(code(file))
                    .results()
                    .map(match -> file + " says " + match.group()))
        .toList();
  }

  /// Assignments to elements of a file's own static arrays.
  static List<String> arrayWrites(Path root) {
    return list(root)
        .flatMap(
            file -> {
              String code = code(file);
              return STATIC_ARRAY
                  .matcher(code)
                  .results()
                  .map(MatchResult::group)
                  .map(declaration -> declaration.substring(declaration.lastIndexOf(' ') + 1))
                  .filter(name -> written(name, code))
                  .map(name -> file + " writes to " + name);
            })
        .toList();
  }

  private static boolean written(String array, String code) {
    return Pattern.compile("\\b" + array + "(\\[[^\\]]*\\])+\\s*([-+*/|&^]?=[^=]|\\+\\+|--)")
        .matcher(code)
        .find();
  }

  private static String code(Path file) {
    return COMMENT_OR_TEXT.matcher(text(file)).replaceAll("\"\"");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> list(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
