package dev.okxguard.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.console.Json;
import dev.okxguard.model.Environment;
import dev.okxguard.okx.Endpoint;
import dev.okxguard.testing.Cli;
import dev.okxguard.testing.SampleReads;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class AccountGrammarTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "account max-size --instId BTC-USDT --tdMode crossed;"
            + " 'crossed' is not one of cash, cross, isolated, spot_isolated",
        "account max-size BTC-USDT --px 9e4; '9e4' is not a plain decimal number",
        "account max-size --tdMode cash; No instrument given",
        "account positions --instType PERP; 'PERP' is not one of SPOT, MARGIN, SWAP",
        "account balance USDT,,BTC; 'USDT,,BTC' has an empty currency",
        "account balance A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U;"
            + " At most 20 currencies at once, not 21",
        "account fees; Give an instrument, or a kind behind --instType",
        "account fees --instType SPOT --instFamily BTC-USDT; --instFamily is for contracts",
        "account fees BTC-USDT-SWAP --instFamily ETH-USDT; is not of the family ETH-USDT",
        "account leverage; Give an instrument, or a currency behind --ccy",
        "account leverage X --mgnMode cash; 'cash' is not one of cross, isolated",
        "account bills --ctType quanto; 'quanto' is not one of linear, inverse",
        "account positions-history --type 9; '9' is not one of 1, 2, 3, 4, 5, 6",
        "account bills --limit 10 --all; --all and --limit exclude each other"
      })
  void badArgumentsExitTwoAndSayWhatIsValid(String line, String message) {
    SampleReads reads = new SampleReads();

    Cli.Result result = Cli.over(reads).run(line.split(" "));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(message);
    assertThat(reads.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"positions-history, uTime, POSITIONS_HISTORY", "bills, billId, BILLS"})
  void listsAreOnePageUnlessMoreIsAskedFor(String verb, String cursor, Endpoint endpoint) {
    String rows = rows(cursor, 250);

    assertThat(asked(rows, endpoint, verb)).hasSize(1);
    assertThat(asked(rows, endpoint, verb, "--limit", "100")).hasSize(1);
    assertThat(asked(rows, endpoint, verb, "--limit", "101")).hasSize(2);
    assertThat(asked(rows, endpoint, verb, "--limit", "2147483647")).hasSize(3);
    assertThat(asked(rows, endpoint, verb, "--all"))
        .containsExactly(
            endpoint.path() + "?limit=100",
            endpoint.path() + "?limit=100&after=151",
            endpoint.path() + "?limit=100&after=51");
  }

  @Test
  void aLimitAboveAPageGivesExactlySoManyRows() {
    String out =
        Cli.over(new SampleReads().with(Endpoint.BILLS, rows("billId", 250)))
            .run("account", "bills", "--limit", "130", "--json")
            .out();

    assertThat(out.lines().filter(line -> line.contains("billId"))).hasSize(130);
  }

  @Test
  void billsOfTheArchiveComeFromTheArchive() {
    SampleReads reads = new SampleReads().with(Endpoint.BILLS_ARCHIVE, "[]");

    String out = Cli.over(reads).run("account", "bills", "--archive", "--quiet").out();

    assertThat(reads.asked()).containsExactly("/api/v5/account/bills-archive");
    assertThat(out).isEqualTo("No bills in that window.\n");
  }

  @Test
  void aSafeSubAccountKeyGivesNoWarning() {
    String out =
        config(
            """
            [{"uid":"2","mainUid":"1","perm":"read_only,trade","ip":"203.0.113.7","acctLv":"3"}]\
            """);

    assertThat(out)
        .contains("account  sub-account", "acctLv   3 (Multi-currency margin)")
        .doesNotContain("Warning");
  }

  @Test
  void whatOkxDidNotSayAboutTheKeyIsNeitherGoodNorBadNews() {
    String out = config("[{\"uid\":\"2\"}]");

    assertThat(out).doesNotContain("Warning", "main\n", "sub-account", "none");
  }

  @Test
  void aPaperKeyIsExpectedToBeUnbound() {
    JsonNode config = Json.object().put("perm", "trade,withdraw").put("ip", "");

    assertThat(ConfigCommand.warnings(Environment.PAPER, config))
        .containsExactly("this key can withdraw; make one that cannot.");
    assertThat(ConfigCommand.warnings(Environment.LIVE, config)).hasSize(2);
  }

  @Test
  void balancesOfAnEmptyAccountAreASentence() {
    assertThat(
            Cli.over(
                    new SampleReads()
                        .with(Endpoint.ACCOUNT_BALANCE, "[{\"totalEq\":\"0\",\"details\":[]}]"))
                .run("account", "balance", "--quiet")
                .out())
        .isEqualTo("totalEq  0\n\nNo currencies held.\n");
  }

  private static String config(String data) {
    return Cli.over(new SampleReads().with(Endpoint.ACCOUNT_CONFIG, data))
        .run("account", "config")
        .out();
  }

  private static List<String> asked(String rows, Endpoint endpoint, String verb, String... more) {
    SampleReads reads = new SampleReads().with(endpoint, rows);
    String line = "account " + verb + " " + String.join(" ", more);
    assertThat(Cli.over(reads).run(line.strip().split(" ")).code()).isZero();
    return reads.asked();
  }

  private static String rows(String cursor, int count) {
    return IntStream.iterate(count, id -> id > 0, id -> id - 1)
        .mapToObj(id -> "{\"" + cursor + "\":\"" + id + "\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
