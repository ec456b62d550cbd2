package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                () -> reads.pages(Endpoint.ORDERS_PENDING, query, "ordId", 1, Integer.MAX_VALUE)))
        .isNotNull();
  }

  /// OKX gives what is older than `after`, and many positions may end at one time.
  @Test
  void rowsOfOneTimeAreNotLostBetweenPages() {
    bench.script.then(200, closed("a9", "b8", "c8"));
    bench.script.then(200, closed("b8", "c8", "d8"));
    assertThat(failure()).hasMessageContaining("does not move on");

    bench.script.then(200, closed("a9", "b8", "c7"));
    bench.script.then(200, closed("c7", "d7", "e6"));
    bench.script.then(200, closed("e6", "f6"));
    assertThat(ids(Integer.MAX_VALUE)).isEqualTo("abcdef");
    assertThat(bench.script.requests().getLast().target()).endsWith("?limit=3&after=7");
  }

  @Test
  void noMorePagesAreReadThanItTakes() {
    bench.script.then(200, closed("a9", "b8", "c7"));
    bench.script.then(200, closed("c7", "d6", "e5"));
    assertThat(ids(4)).isEqualTo("abcde");
    bench.script.then(200, closed("a9", "b8", "c7"));
    assertThat(ids(2)).isEqualTo("abc");
  }

  private String ids(int most) {
    return reads.pages(Endpoint.POSITIONS_HISTORY, Map.of(), "uTime", 3, most).values().stream()
        .map(row -> row.path("posId").asString())
        .collect(Collectors.joining());
  }

  private Fault failure() {
    bench.script.then(200, closed("b8", "c8", "d8"));
    return catchThrowableOfType(Fault.class, () -> ids(Integer.MAX_VALUE));
  }

  /// @param rows a posId of one letter, and the time
  private static String closed(String... rows) {
    return Script.ok(
        Stream.of(rows)
            .map(it -> "{'posId':'%s','uTime':'%s'}".formatted(it.charAt(0), it.substring(1)))
            .collect(Collectors.joining(",", "[", "]"))
            .replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource({"'BTC-USDT,ETH-USDT'", "ANY", "''", "eth-usdt"})
  void whatWasAskedForInAnyWayIsShown(String asked) {
    String data = "[{\"instId\":\"ETH-USDT\"},{\"instId\":\"\"},[\"1\"]]";

    assertThat(told(Endpoint.LEVERAGE_INFO, Map.of("instId", asked), data)).isEqualTo(data);
  }
}
