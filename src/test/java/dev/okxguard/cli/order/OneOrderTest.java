package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.okx.Endpoint;
import dev.okxguard.testing.Cli;
import dev.okxguard.testing.SampleReads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `order get` shows the one order asked for, or fails.
class OneOrderTest {
  private static Cli.Result get(String data, String id, String value) {
    return Cli.over(new SampleReads().with(Endpoint.ORDER, data))
        .run("order", "get", "BTC-USDT", id, value, "--json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{}]",
        "[{\"ordId\":\"8\",\"clOrdId\":\"b\",\"state\":\"filled\"}]",
        "[{\"ordId\":\"7\",\"clOrdId\":\"a\"},{\"ordId\":\"7\",\"clOrdId\":\"a\"}]"
      })
  void anAnswerWithoutThatOrderIsAFailedRead(String data) {
    for (String[] id : new String[][] {{"--ordId", "7"}, {"--clOrdId", "a"}}) {
      Cli.Result result = get(data, id[0], id[1]);

      assertThat(result.code()).as(result.toString()).isEqualTo(7);
      assertThat(result.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--ordId 7", "--clOrdId a"})
  void theOrderAskedForIsShownAsItCame(String id) {
    String data = "[{\"ordId\":\"7\",\"clOrdId\":\"a\",\"state\":\"live\"}]";
    Cli.Result result = get(data, id.split(" ")[0], id.split(" ")[1]);

    assertThat(result.code()).as(result.toString()).isZero();
    assertThat(result.out()).contains("\"state\" : \"live\"".replace(" :", ":"));
  }
}
