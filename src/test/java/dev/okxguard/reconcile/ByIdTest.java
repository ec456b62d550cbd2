package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.testing.Answers;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Orders by their ids, also of instruments that are no more.
class ByIdTest {
  @ParameterizedTest
  @CsvSource({
    "BTC-USDT-261127, 2026-11-27T08:00:00Z, true",
    "BTC-USDT-261127, 2026-11-27T07:59:59Z, false",
    "BTC-USD-261127-90000-C, 2026-12-01T00:00:00Z, true",
    "BTC-USDT-269999, 2030-01-01T00:00:00Z, false",
    "BTC-USDT-SWAP, 2030-01-01T00:00:00Z, false",
    "BTC-USDT, 2030-01-01T00:00:00Z, false",
    "'', 2030-01-01T00:00:00Z, false",
  })
  void anInstrumentEndsByTheDateInItsId(String instId, Instant now, boolean ended) {
    assertThat(ById.ended(instId, now)).isEqualTo(ended);
  }

  @Test
  void ofAnInstrumentThatIsGoneNothingIsToldButAnyOtherRefusalFails() {
    assertThat(refusing("51001").order("BTC-USDT-261127", "1")).isEmpty();
    assertThat(catchThrowableOfType(Fault.class, () -> refusing("50013").order("A-B", "1")))
        .hasMessage("refused");
  }

  private static ById refusing(String code) {
    return new ById(new Answers().to("orderById", _ -> refused(code)).exchange());
  }

  private static Object refused(String code) {
    throw new Fault(
        ExitCode.REJECTED,
        "refused",
        "",
        Optional.of(new ExchangeError(code, "", ExchangeError.Kind.REJECTED, "", "", 200, "")));
  }
}
