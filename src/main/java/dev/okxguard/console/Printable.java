package dev.okxguard.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text from elsewhere made harmless: no control character of it reaches a terminal.
public final class Printable {
  /// Stands for each character taken out.
  private static final String REPLACEMENT = "\ufffd";

  /// Control characters, line and paragraph separators, and what turns the direction of text.
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  /// The sequences [Palette] writes, or a control character.
  private static final Pattern COLOUR_OR_CONTROL =
      Pattern.compile("(\\u001b\\[(?:0|1|31|32|33)m)|" + CONTROL.pattern());

  private Printable() {}

  /// The text with each control character replaced by one other, so that its width stays.
  public static String clean(String text) {
    return CONTROL.matcher(text).replaceAll(REPLACEMENT);
  }

  /// The same, but leaves our own colours in.
  static String cleanAroundColour(String text) {
    return COLOUR_OR_CONTROL
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(match.group(1) == null ? REPLACEMENT : match.group(1)));
  }
}
