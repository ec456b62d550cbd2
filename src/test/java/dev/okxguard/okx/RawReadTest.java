package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is shown as it came is at least an answer to what was asked.
class RawReadTest {
  private final Bench bench = new Bench();
  private final RestReads reads = new RestReads(bench.client);

  private String told(Endpoint endpoint, Map<String, String> query, String data) {
    bench.script.then(200, Script.ok(data));
    return reads.data(endpoint, query).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "[null]", "[\"x\"]", "[{\"instId\":\"BTC-USDT\"},null]"})
  void aRowThatIsNoneIsAFailedRead(String data) {
    Fault fault =
        catchThrowableOfType(Fault.class, () -> told(Endpoint.ORDERS_PENDING, Map.of(), data));

    assertThat(fault.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(fault.hint()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"instId, BTC-USDT, ETH-USDT", "ordId, 71, 72"})
  void aRowAboutSomethingElseThanWasAskedForIsAFailedRead(String field, String asked, String told) {
    String data = "[{\"" + field + "\":\"" + asked + "\"},{\"" + field + "\":\"" + told + "\"}]";
    Fault fault =
        catchThrowableOfType(Fault.class, () -> told(Endpoint.FILLS, Map.of(field, asked), data));

    assertThat(fault.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(fault).hasMessageContaining("another " + field);
  }

  @Test
  void anEarlierPageIsLookedAtAsTheLastOneIs() {
    bench.script.then(200, Script.ok("[{\"ordId\":\"9\",\"instId\":\"ETH-USDT\"}]"));
    bench.script.then(200, Script.ok("[]"));
    Map<String, String> query = Map.of("instId", "BTC-USDT");

    assertThat(
            catchThrowableOfType(
                Fault.class,
                () -> reads.pages(Endpoint.ORDERS_PENDING, query, "ordId", 1, _ -> true)))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"'BTC-USDT,ETH-USDT'", "ANY", "''", "eth-usdt"})
  void whatWasAskedForInAnyWayIsShown(String asked) {
    String data = "[{\"instId\":\"ETH-USDT\"},{\"instId\":\"\"},[\"1\"]]";

    assertThat(told(Endpoint.LEVERAGE_INFO, Map.of("instId", asked), data)).isEqualTo(data);
  }
}
