package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Algo;
import dev.okxguard.model.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A stop covers a whole position only where OKX says so.
class CloseFractionTest {
  private static Algo algo(String fraction) {
    String row =
        """
        {"instType":"SWAP","instId":"BTC-USDT-SWAP","algoId":"91","side":"sell","posSide":"net",
         "tdMode":"cross","ordType":"conditional","sz":"","closeFraction":"%s","reduceOnly":"true",
         "state":"live","slTriggerPx":"85000","slOrdPx":"-1","cTime":"1763700000000",
         "uTime":"1763700000000"}\
        """
            .formatted(fraction);
    return Algos.algo(new Row(Endpoint.ALGOS_PENDING, Json.tree(row)));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "1.0, true", "'', false", "0, false"})
  void oneIsAllAndNoneIsNot(String fraction, boolean all) {
    assertThat(algo(fraction).closesAll()).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "-1", "2", "all", " "})
  void whatNobodyKnowsIsAFailedRead(String fraction) {
    assertThatThrownBy(() -> algo(fraction))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("closeFraction");
  }
}
