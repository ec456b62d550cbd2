package dev.okxguard.trade.anyfault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.trade.Outcome;
import java.util.List;

/// What the words of an outcome commit to.
final class Words {
  private Words() {}

  /// For an intent that is at most one order.
  ///
  /// @param there the orders of that intent at the exchange
  static void ofOneOrder(Outcome said, List<String> there) {
    assertThat(there).as("orders at the exchange").hasSizeLessThanOrEqualTo(1);
    switch (said) {
      case Outcome.Accepted accepted -> assertThat(there).containsExactly(accepted.ordId());
      case Outcome.Unsafe unsafe -> assertThat(there).containsExactly(unsafe.ordId());
      case Outcome.Rejected _, Outcome.NotSent _, Outcome.Denied _, Outcome.Halted _ ->
          assertThat(there).as(said.toString()).isEmpty();
      case Outcome.Unknown _ -> {}
      case Outcome.Allowed _ -> throw new AssertionError("a write ended in a mere permission");
    }
  }

  static String of(Outcome outcome) {
    return outcome instanceof Outcome.Denied denied
        ? "Denied " + denied.denials().stream().map(d -> d.rule()).toList()
        : outcome.getClass().getSimpleName();
  }
}
