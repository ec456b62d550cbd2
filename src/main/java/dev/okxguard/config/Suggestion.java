package dev.okxguard.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Guesses what a mistyped word was meant to be.
public final class Suggestion {
  private static final int FARTHEST = 3;

  private Suggestion() {}

  /// `; did you mean X?`, or "" when nothing is near.
  static String text(String typed, Collection<String> known) {
    return nearest(typed, known).map(word -> "; did you mean " + word + "?").orElse("");
  }

  /// The known word it is most like; empty when nothing is near.
  public static Optional<String> nearest(String typed, Collection<String> known) {
    String plain = plain(typed);
    if (plain.length() > 40) {
      return Optional.empty();
    }
    return known.stream()
        .filter(word -> distance(plain, plain(word)) <= Math.min(FARTHEST, word.length() / 2))
        .min(Comparator.comparingInt(word -> distance(plain, plain(word))));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /// Insertions, deletions and replacements between the two words.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
