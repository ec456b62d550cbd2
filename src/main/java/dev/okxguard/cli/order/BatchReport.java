package dev.okxguard.cli.order;

import dev.okxguard.cli.Document;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import dev.okxguard.model.ExitCode;
import dev.okxguard.trade.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Many outcomes in one document: as bad as the worst of them.
final class BatchReport {
  /// The worst first: what may exist and is not known, then what stops everything, then refusals.
  private static final List<ExitCode> WORST_FIRST =
      List.of(
          ExitCode.UNKNOWN,
          ExitCode.HALTED,
          ExitCode.AUTH,
          ExitCode.REJECTED,
          ExitCode.DENIED,
          ExitCode.UNREACHABLE,
          ExitCode.BUSY,
          ExitCode.OK);

  private BatchReport() {}

  /// The report of a batch.
  ///
  /// @param outcomes one a line, in their order
  /// @param preview whether nothing was meant to be sent
  static Report of(
      List<BatchLine> lines, List<Outcome> outcomes, boolean preview, Session session) {
    List<Report> reports =
        outcomes.stream()
            .map(o -> preview ? OutcomeReport.preview(o, session) : OutcomeReport.of(o, session))
            .toList();
    Report worst =
        reports.stream()
            .min(Comparator.comparingInt(r -> WORST_FIRST.indexOf(r.exitCode())))
            .orElseThrow();
    ObjectNode json = Document.of(session, outcomes.getFirst().ticket().uid());
    json.put("outcome", worst.json().path("outcome").asString());
    ArrayNode items = json.putArray("items");
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      ObjectNode item = item(lines.get(i), outcomes.get(i), reports.get(i));
      items.add(item);
      counts.merge(item.path("outcome").asString(), 1, Integer::sum);
      if (replayed(outcomes.get(i))) {
        counts.merge("replayed", 1, Integer::sum);
      }
    }
    ObjectNode summary = json.putObject("counts");
    counts.forEach(summary::put);
    return new Report(worst.exitCode(), json, page -> text(items, counts, page));
  }

  private static ObjectNode item(BatchLine line, Outcome outcome, Report report) {
    ObjectNode item = report.json().deepCopy().asObject();
    ObjectNode numbered = item.objectNode();
    numbered.put("line", line.number());
    numbered.put("replayed", replayed(outcome));
    numbered.setAll(item);
    return numbered;
  }

  private static boolean replayed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> accepted.replayed();
      case Outcome.Rejected rejected -> rejected.replayed();
      case Outcome.NotSent _,
          Outcome.Unknown _,
          Outcome.Denied _,
          Outcome.Halted _,
          Outcome.Unsafe _,
          Outcome.Allowed _ ->
          false;
    };
  }

  private static void text(ArrayNode items, Map<String, Integer> counts, Page page) {
    Table table =
        new Table("line", "outcome", "instId", "side", "sz", "px", "ordId", "state", "remark");
    items.forEach(
        item ->
            table.row(
                item.path("line").asString(),
                item.path("outcome").asString(),
                item.at("/order/instId").asString(""),
                item.at("/order/side").asString(""),
                either(item.at("/order/sz").asString(""), item.at("/order/newSz").asString("")),
                either(item.at("/order/px").asString(""), item.at("/order/newPx").asString("")),
                either(item.path("ordId").asString(""), item.at("/order/ordId").asString("")),
                item.path("state").asString(""),
                remark(item.asObject())));
    page.table(table, "");
    List<String> parts = new ArrayList<>();
    counts.forEach((word, count) -> parts.add(count + " " + word.replace('_', ' ')));
    page.gap().line(String.join(", ", parts));
  }

  private static String remark(ObjectNode item) {
    if (!item.path("denials").isEmpty()) {
      return item.at("/denials/0/code").asString()
          + ": "
          + item.at("/denials/0/message").asString();
    }
    String error = item.at("/exchange/message").asString("");
    return either(item.path("reason").asString(""), either(error, item.path("next").asString("")));
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }
}
