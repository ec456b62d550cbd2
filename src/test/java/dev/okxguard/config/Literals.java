package dev.okxguard.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The ways TOML can write a text.
final class Literals {
  private static final String[] PIECES = {
    "'",
    "\"",
    "\\",
    "$",
    "#",
    "=",
    "[",
    "]",
    "{",
    "}",
    " ",
    "\t",
    "%",
    "`",
    "a",
    "Z",
    "0",
    "\u00e9",
    "\u4e2d",
    "\ud83d\ude00",
    "\\n",
    "\\u0041",
    "''",
    "\"\"",
    "\u2028",
    "\u00a0",
    "\u0301"
  };

  private Literals() {}

  static List<String> all(String text) {
    List<String> found = new ArrayList<>(List.of(escaped(text)));
    if (!text.contains("'")) {
      found.add("'" + text + "'");
    }
    if (!text.contains("''") && !text.startsWith("'") && !text.endsWith("'")) {
      found.add("'''" + text + "'''");
    }
    return found;
  }

  /// Up to 24 pieces that tend to break quoting, at least one of them visible.
  static String random(Random random) {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(24); i > 0; i--) {
      text.insert(random.nextInt(2) * text.length(), PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static String escaped(String text) {
    String inner = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
    return "\"" + inner + "\"";
  }
}
