package dev.okxguard.reconcile;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Differences in words, for a line.
final class Worded {
  private static final int SHOWN = 3;

  private Worded() {}

  /// The worst ones, and how many more there are; "" when nothing is worse than good to know.
  static String briefly(List<Difference> differences) {
    List<Difference> drift =
        differences.stream()
            .filter(it -> it.severity() != Severity.INFO)
            .sorted((a, b) -> b.severity().compareTo(a.severity()))
            .toList();
    String first = drift.stream().limit(SHOWN).map(Worded::line).collect(Collectors.joining("; "));
    int more = drift.size() - SHOWN;
    return more > 0 ? first + "; and " + more + " more" : first;
  }

  private static String line(Difference it) {
    Subject subject = it.subject();
    String about =
        String.join(
            " ",
            Stream.of(
                    subject.instId(),
                    subject.mgnMode(),
                    subject.posSide(),
                    subject.ccy(),
                    subject.id())
                .filter(part -> !part.isEmpty())
                .toList());
    String amounts =
        it.expected().isEmpty() && it.actual().isEmpty()
            ? ""
            : ": expected " + or(it.expected()) + ", is " + or(it.actual());
    return it.kind().word() + " " + about + amounts;
  }

  private static String or(String text) {
    return text.isEmpty() ? "nothing" : text;
  }
}
