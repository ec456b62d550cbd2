package dev.okxguard.config;

import java.util.Optional;

/// Text as a TOML value on one line, so that what is read back is what was meant.
final class TomlText {
  private static final String THREE = "'''";

  private TomlText() {}

  /// The value with its quotes: single ones, which take everything as it is, three of them around
  /// text that holds one, double ones around what neither can hold. Empty for text that no single
  /// line of a file can hold: a line break, another control character, half a surrogate pair.
  static Optional<String> literal(String text) {
    if (!text.codePoints().allMatch(TomlText::holds)) {
      return Optional.empty();
    }
    if (!text.contains("'")) {
      return Optional.of("'" + text + "'");
    }
    boolean three = !text.contains("''") && !text.startsWith("'") && !text.endsWith("'");
    return Optional.of(three ? THREE + text + THREE : doubled(text));
  }

  private static String doubled(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
  }

  private static boolean holds(int point) {
    boolean control = Character.isISOControl(point) && point != '\t';
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return !control && !half;
  }
}
