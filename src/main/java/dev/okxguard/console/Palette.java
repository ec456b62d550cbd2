package dev.okxguard.console;

import java.util.Map;

/// Colour, or its absence. Meaning never depends on it.
public final class Palette {
  private static final String RESET = "\u001b[0m";

  private final boolean on;

  public Palette(boolean on) {
    this.on = on;
  }

  /// Decides by the `--color` word, then `NO_COLOR` (any value), `TERM=dumb` and whether a person
  /// is watching.
  public static Palette choose(String word, Map<String, String> env, boolean terminal) {
    return switch (word) {
      case "always" -> new Palette(true);
      case "never" -> new Palette(false);
      default ->
          new Palette(terminal && !env.containsKey("NO_COLOR") && !"dumb".equals(env.get("TERM")));
    };
  }

  /// Good news.
  public String good(String text) {
    return paint("\u001b[32m", text);
  }

  /// Something to look at.
  public String warn(String text) {
    return paint("\u001b[33m", text);
  }

  /// Something that failed or was refused.
  public String bad(String text) {
    return paint("\u001b[31m", text);
  }

  /// A heading.
  public String strong(String text) {
    return paint("\u001b[1m", text);
  }

  /// Text of one line as it may reach the terminal: colours as painted here, and no other control
  /// character.
  String printable(String text) {
    return on ? Printable.cleanAroundColour(text) : Printable.clean(text);
  }

  private String paint(String code, String text) {
    return on ? code + text + RESET : text;
  }
}
