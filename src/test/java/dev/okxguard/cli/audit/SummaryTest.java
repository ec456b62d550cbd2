package dev.okxguard.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Record;
import dev.okxguard.model.Environment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One line, or one row, about a record.
class SummaryTest {
  private static final String FILL =
      "{'tradeId':'81','ordId':'7001','clOrdId':'okga','instId':'SOL-USDT','side':'buy',"
          + "'fillSz':'0.5','fillPx':'142.7','fee':'-0.0005','feeCcy':'SOL','fillPnl':'-1.5',"
          + "'ts':'1795267017671'}";

  private static Record record(String type, String json) {
    ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    return new Record(7, Instant.parse("2026-11-21T10:00:00.125Z"), type, "p", "h", 1, data);
  }

  private static String summary(String type, String json) {
    return Summary.of(record(type, json));
  }

  private static List<String> rows(String type, String json) {
    return new Csv(Environment.DEMO).rows(record(type, json));
  }

  @Test
  void fillsAreToldOneByOneAndManyAreCounted() {
    assertThat(summary("fills", "{'fills':[" + FILL + "]}"))
        .isEqualTo("buy 0.5 SOL-USDT @ 142.7 fee -0.0005 SOL");
    String many = String.join(",", FILL, FILL, FILL, FILL, FILL);
    assertThat(summary("fills", "{'fills':[" + many + "]}")).endsWith("; and 2 more");
  }

  @Test
  void booksAreToldByHowMuchIsInThem() {
    assertThat(
            summary(
                "books",
                "{'at':'2026-11-21T09:59:00.000Z','origin':'adopted','reason':'sold by hand',"
                    + "'content':{'cash':{'USDT':'90','BTC':'1'},'orders':[{},{},{}],'algos':[],"
                    + "'acctLv':'2'}}"))
        .isEqualTo("adopted 2026-11-21T09:59:00.000Z: 2 cash, 3 orders; sold by hand");
  }

  @Test
  void aComparisonIsToldByItsVerdict() {
    assertThat(
            summary(
                "reconciled", "{'at':'2026-11-21T09:59:00.000Z','digest':'','outcome':'clean'}"))
        .isEqualTo("clean 2026-11-21T09:59:00.000Z");
  }

  @Test
  void eachFillIsARowOfItsOwn() {
    assertThat(rows("fills", "{'fills':[" + FILL + "," + FILL + "]}"))
        .hasSize(2)
        .allMatch(
            row ->
                row.equals(
                    "7,2026-11-21T10:00:00.125Z,fills,demo,,SOL-USDT,buy,,,,,,,,,,7001,okga,,,,"
                        + "81,2026-11-21T13:16:57.671Z,0.5,142.7,-0.0005,SOL,-1.5,"));
  }

  @Test
  void whatPeopleWroteIsQuotedAndNoFormula() {
    assertThat(rows("note", "{'topic':'=1+1','text':'a, b'}").getFirst())
        .endsWith(",\"'=1+1 a, b\"");
    assertThat(rows("denied", "{'draft':{'side':'buy'},'denials':['A: x','B: y']}").getFirst())
        .contains(",denied,demo,,,buy,")
        .endsWith(",A: x; B: y");
  }
}
