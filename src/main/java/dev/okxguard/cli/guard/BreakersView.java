package dev.okxguard.cli.guard;

import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import dev.okxguard.guard.BreakerReading;
import dev.okxguard.trade.Standing;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the breakers show, after the verdict on entries as such.
final class BreakersView {
  private BreakersView() {}

  static Report of(Standing standing, Session session) {
    Report verdict = OutcomeReport.of(standing.outcome(), session);
    ObjectNode json = (ObjectNode) verdict.json();
    ArrayNode breakers = json.putArray("breakers");
    standing.breakers().forEach(reading -> put(breakers.addObject(), reading));
    return new Report(
        verdict.exitCode(),
        json,
        page -> {
          verdict.text().accept(page);
          table(page, standing.breakers());
        });
  }

  private static void put(ObjectNode json, BreakerReading reading) {
    json.put("breaker", reading.breaker().key())
        .put("limit", reading.limit())
        .put("value", reading.value())
        .put("verdict", reading.verdict());
  }

  private static void table(Page page, List<BreakerReading> breakers) {
    Table table = new Table("breaker", "value", "limit", "verdict");
    breakers.forEach(
        reading ->
            table.row(
                List.of(
                    reading.breaker().key(), reading.value(), reading.limit(), reading.verdict())));
    page.gap().table(table, "");
  }
}
