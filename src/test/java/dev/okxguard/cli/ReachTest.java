package dev.okxguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.ExchangeError;
import dev.okxguard.okx.ExchangeErrors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReachTest {
  /// OKX refuses public reads, too, from an address that it bars.
  @ParameterizedTest
  @EnumSource(
      value = Reach.Kind.class,
      names = {"JOURNAL", "PUBLIC", "PRIVATE", "JUDGE", "WRITE"})
  void helpListsWhateverARefusedReadEndsWith(Reach.Kind reach) {
    for (ExchangeError.Kind kind : ExchangeError.Kind.values()) {
      assertThat(reach.exitCodes()).contains(ExchangeErrors.exitCodeOfRead(kind));
    }
  }
}
