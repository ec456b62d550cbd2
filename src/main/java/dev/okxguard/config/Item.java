package dev.okxguard.config;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tomlj.TomlTable;

/// One entry of a TOML file with its place.
///
/// @param path the key, from the top level down
/// @param value as the library has it: text, whole number, binary number, boolean, list, table,
///   date
record Item(Reading.Document document, List<String> path, Object value, int line, int column) {
  /// Longer or stranger words are no mistyped keys but, maybe, a secret in the wrong place.
  private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");

  /// A value that stands in no file.
  static Item of(String key, String text) {
    return new Item(Reading.Document.none(), List.of(key), text, 0, 0);
  }

  static List<String> below(List<String> table, String key) {
    return Stream.concat(table.stream(), Stream.of(key)).toList();
  }

  String key() {
    return path.getLast();
  }

  boolean isTable() {
    return value instanceof TomlTable;
  }

  /// File, line, column and key, as every complaint begins.
  String place() {
    List<String> shown = path.stream().map(Item::shown).toList();
    return "%s, line %d, column %d: %s"
        .formatted(document.path(), line, column, String.join(".", shown));
  }

  /// Says that the value is not what the key needs.
  Fault fault(Invalid invalid) {
    return new Fault(ExitCode.CONFIG, place() + ": " + invalid.getMessage(), "Correct that line.");
  }

  String text() {
    if (value instanceof String text) {
      return text;
    }
    throw new Invalid("it must be text in quotes");
  }

  boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw new Invalid("it must be true or false, without quotes");
  }

  private static String shown(String key) {
    return SHOWABLE.matcher(key).matches() ? key : "(a key that is not shown)";
  }

  @Override
  public String toString() {
    return place();
  }
}
