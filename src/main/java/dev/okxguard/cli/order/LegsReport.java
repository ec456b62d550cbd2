package dev.okxguard.cli.order;

import dev.okxguard.cli.Document;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import dev.okxguard.trade.ClosedLegs;
import dev.okxguard.trade.Outcome;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/// What became of several legs: one document each, under the worst word of them.
final class LegsReport {
  /// The worst first.
  private static final List<ExitCode> WORST =
      List.of(
          ExitCode.HALTED,
          ExitCode.UNKNOWN,
          ExitCode.AUTH,
          ExitCode.REJECTED,
          ExitCode.DENIED,
          ExitCode.UNREACHABLE,
          ExitCode.BUSY,
          ExitCode.OK);

  private static final String NOTHING = "Nothing to close: no position is open.";

  private LegsReport() {}

  static Report of(ClosedLegs closed, Session session) {
    return of(closed, session, "accepted", OutcomeReport::of);
  }

  static Report preview(ClosedLegs closed, Session session) {
    return of(closed, session, "preview", OutcomeReport::preview);
  }

  private static Report of(
      ClosedLegs closed,
      Session session,
      String good,
      BiFunction<Outcome, Session, Report> report) {
    List<Report> legs = closed.legs().stream().map(leg -> report.apply(leg, session)).toList();
    ExitCode worst =
        WORST.stream()
            .filter(code -> legs.stream().anyMatch(leg -> leg.exitCode() == code))
            .findFirst()
            .orElse(ExitCode.OK);
    ObjectNode json = Json.object();
    json.put("outcome", worst == ExitCode.OK ? good : word(legs, worst));
    json.setAll(Document.of(session, closed.uid()));
    legs.forEach(leg -> json.withArray("legs").add(leg.json()));
    if (legs.isEmpty()) {
      json.putArray("legs");
    }
    return new Report(worst, json, page -> text(legs, page));
  }

  private static String word(List<Report> legs, ExitCode worst) {
    return legs.stream()
        .filter(leg -> leg.exitCode() == worst)
        .map(leg -> leg.json().path("outcome").asString(""))
        .findFirst()
        .orElseThrow();
  }

  private static void text(List<Report> legs, Page page) {
    if (legs.isEmpty()) {
      page.line(NOTHING);
    }
    legs.forEach(leg -> leg.text().accept(page));
  }
}
