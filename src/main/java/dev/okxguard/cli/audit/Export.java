package dev.okxguard.cli.audit;

import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Proven;
import dev.okxguard.journal.Verification;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/// Writes records out one after the other, each as soon as it is proven, so that nothing of a long
/// journal is kept.
///
/// @param chosen which of them
/// @param rows the lines that one becomes
/// @param progress told how many were looked at
record Export(
    Predicate<Proven> chosen, Function<Proven, List<String>> rows, LongConsumer progress) {
  private static final int OFTEN = 256;

  /// What came of it.
  ///
  /// @param records how many were written
  /// @param found about the whole chain; empty when nobody takes any more: a closed pipe, a full
  ///   disk
  record Written(long records, Optional<Verification> found) {}

  /// Ends the reading.
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super("nobody takes any more", null, false, false);
    }
  }

  Written to(PrintWriter out, Path journal) {
    long[] count = new long[1];
    try {
      Verification found =
          JournalReader.lines(
              journal,
              line -> {
                progress.accept(line.seq());
                if (chosen.test(line)) {
                  count[0]++;
                  rows.apply(line).forEach(row -> out.print(row + "\n"));
                  requireTaken(out, count[0] % OFTEN == 0);
                }
              });
      requireTaken(out, true);
      return new Written(count[0], Optional.of(found));
    } catch (Refused refused) {
      return new Written(count[0], Optional.empty());
    }
  }

  /// Asking empties the buffer.
  private static void requireTaken(PrintWriter out, boolean ask) {
    if (ask && out.checkError()) {
      throw new Refused();
    }
  }
}
