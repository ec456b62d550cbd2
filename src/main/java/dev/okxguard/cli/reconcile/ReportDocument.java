package dev.okxguard.cli.reconcile;

import dev.okxguard.cli.Document;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.journal.OpenIntent;
import dev.okxguard.reconcile.Difference;
import dev.okxguard.reconcile.Report;
import dev.okxguard.reconcile.Subject;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A run of reconcile as a document.
final class ReportDocument {
  private ReportDocument() {}

  static ObjectNode of(Report report, Session session) {
    ObjectNode json = Document.of(session, report.uid());
    json.put("outcome", report.outcome().word());
    json.put("mode", report.mode().word());
    ArrayNode differences = json.putArray("differences");
    report.differences().forEach(difference -> differences.add(of(difference)));
    ArrayNode open = json.putArray("openIntents");
    report.openIntents().forEach(intent -> open.add(of(intent)));
    ObjectNode checked = json.putObject("checked");
    report.checked().forEach(checked::put);
    json.put("asOf", report.asOf().map(Json::text).orElse(""));
    ArrayNode explained = json.putArray("explained");
    report.firstRun().ifPresent(explained::add);
    report.explained().forEach(explained::add);
    ArrayNode problems = json.putArray("problems");
    report.problems().forEach(problems::add);
    json.put("halted", report.halted().orElse(""));
    ArrayNode next = json.putArray("next");
    NextMoves.after(report, session.environment()).forEach(next::add);
    return json;
  }

  static ObjectNode of(Difference difference) {
    Subject subject = difference.subject();
    return Json.object()
        .put("kind", difference.kind().word())
        .put("severity", difference.severity().word())
        .put("instId", subject.instId())
        .put("mgnMode", subject.mgnMode())
        .put("posSide", subject.posSide())
        .put("ccy", subject.ccy())
        .put("id", subject.id())
        .put("expected", difference.expected())
        .put("actual", difference.actual())
        .put("explanation", difference.explanation());
  }

  private static ObjectNode of(OpenIntent open) {
    return Json.object()
        .put("intentId", open.intent().key().orElse(open.intent().intentId()))
        .put("action", open.intent().action())
        .put("instId", open.intent().instId())
        .put("clOrdId", open.intent().clOrdId())
        .put("since", Json.text(open.time()));
  }
}
