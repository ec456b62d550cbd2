package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/// Reads the fixed part of a line from left to right; once anything is amiss it stays incomplete.
final class Cursor {
  private static final int MAX_DIGITS = 18;

  private final byte[] buffer;
  private final int end;
  private int position;
  private boolean sound = true;

  Cursor(byte[] buffer, int position, int end) {
    this.buffer = buffer;
    this.position = position;
    this.end = end;
  }

  static boolean matches(byte[] what, byte[] buffer, int at, int end) {
    return at + what.length <= end
        && Arrays.equals(buffer, at, at + what.length, what, 0, what.length);
  }

  int position() {
    return position;
  }

  /// Whether all was as expected and nothing is left.
  boolean complete() {
    return sound && position == end;
  }

  void skip(String literal) {
    for (int i = 0; sound && i < literal.length(); i++) {
      sound = position < end && buffer[position++] == literal.charAt(i);
    }
  }

  /// Goes on by so many bytes, which must be there.
  ///
  /// @return where they begin
  int pass(int length) {
    int from = position;
    sound &= position + length <= end;
    position += sound ? length : 0;
    return from;
  }

  /// Decimal digits as a program would write them, without leading zeros.
  long number() {
    int start = position;
    long value = 0;
    while (position < end && buffer[position] >= '0' && buffer[position] <= '9') {
      value = value * 10 + (buffer[position++] - '0');
    }
    int digits = position - start;
    sound &= digits > 0 && digits <= MAX_DIGITS && (digits == 1 || buffer[start] != '0');
    return sound ? value : 0;
  }

  /// Lower-case letters, digits, `_` and `-`.
  String word() {
    int start = position;
    while (position < end && isWord(buffer[position])) {
      position++;
    }
    sound &= position > start;
    return new String(buffer, start, position - start, ISO_8859_1);
  }

  private static boolean isWord(byte b) {
    return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '_' || b == '-';
  }
}
