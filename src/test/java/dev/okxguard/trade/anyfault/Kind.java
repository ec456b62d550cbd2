package dev.okxguard.trade.anyfault;

import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.Outcome;
import java.util.List;

/// One kind of write under test. An object of it stands for one intent (or one request of several)
/// and is used for one plan only.
interface Kind {
  /// The ends of the paths its writes go to, to aim faults at.
  List<String> writes();

  /// Brings about what it needs at the exchange, without faults.
  default void stage(Stage stage) {}

  /// Runs its command once, always for the same intent.
  List<Outcome> run(PaperDesk.Process process);

  /// Whether what was said is so now. Called after each run, for each outcome that is not unknown.
  ///
  /// @param index which of the outcomes
  /// @param everSent whether any run so far has sent something
  void holds(Stage stage, Outcome said, int index, boolean everSent);

  /// Looks at the exchange after each run, whatever was said.
  default void looked(Stage stage) {}

  /// How many orders its intents are at most, together.
  int most();

  /// Whether a write of its own that is still open must keep new entries back.
  default boolean blocksEntries() {
    return true;
  }
}
