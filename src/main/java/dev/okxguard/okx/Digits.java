package dev.okxguard.okx;

/// The forms of numbers in answers. By hand rather than by regular expressions, since a page of an
/// answer holds a thousand of them.
final class Digits {
  private static final int MOST = 40;
  private static final int MOST_OF_EXPONENT = 2;
  private static final int MOST_OF_MILLIS = 15;

  private Digits() {}

  /// Whether it is a decimal: `-?[0-9]{1,40}(\.[0-9]{1,40})?([eE][-+]?[0-9]{1,2})?`. Answers may
  /// carry an exponent where requests may not; the bounds keep a hostile one small.
  static boolean number(String text) {
    int at = behind(text, text.startsWith("-") ? 1 : 0, MOST);
    if (at > 0 && is(text, at, '.')) {
      at = behind(text, at + 1, MOST);
    }
    if (at > 0 && (is(text, at, 'e') || is(text, at, 'E'))) {
      boolean signed = is(text, at + 1, '-') || is(text, at + 1, '+');
      at = behind(text, at + (signed ? 2 : 1), MOST_OF_EXPONENT);
    }
    return at == text.length() && at > 0;
  }

  /// Whether it is a time in Unix milliseconds: `[0-9]{1,15}`.
  static boolean millis(String text) {
    return !text.isEmpty() && behind(text, 0, MOST_OF_MILLIS) == text.length();
  }

  /// Where the digits end that begin there; -1 when there are none or too many.
  private static int behind(String text, int from, int most) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at == from || at - from > most ? -1 : at;
  }

  private static boolean is(String text, int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }
}
