package dev.okxguard.cli.order;

import dev.okxguard.cli.Document;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.PlaceRequest;
import dev.okxguard.trade.TrancheRun;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How the parts of a split order are told: one document, the exit code of the part that stopped
/// it.
final class SplitReport {
  private final List<PlaceRequest> parts;
  private final TrancheRun run;
  private final List<Report> reports;

  private SplitReport(List<PlaceRequest> parts, TrancheRun run, List<Report> reports) {
    this.parts = parts;
    this.run = run;
    this.reports = reports;
  }

  static Report of(List<PlaceRequest> parts, TrancheRun run, Session session) {
    SplitReport split =
        new SplitReport(
            parts,
            run,
            run.outcomes().stream().map(outcome -> OutcomeReport.of(outcome, session)).toList());
    return new Report(split.exitCode(), split.json(session), split::text);
  }

  private ExitCode exitCode() {
    if (run.interrupted()) {
      return ExitCode.INTERRUPTED;
    }
    return run.fault().map(Fault::exitCode).orElseGet(() -> reports.getLast().exitCode());
  }

  /// `accepted` when all parts are, else the word of what stopped it.
  private String outcome() {
    if (run.interrupted()) {
      return ExitCode.INTERRUPTED.word();
    }
    return run.fault()
        .map(fault -> fault.exitCode().word())
        .orElseGet(() -> reports.getLast().json().path("outcome").asString());
  }

  private long accepted() {
    return run.outcomes().stream().filter(Outcome.Accepted.class::isInstance).count();
  }

  private ObjectNode json(Session session) {
    ObjectNode json = Json.object();
    json.put("outcome", outcome());
    json.setAll(Document.of(session, run.outcomes().getFirst().ticket().uid()));
    json.put("parts", parts.size());
    json.put("accepted", accepted());
    ArrayNode tranches = json.putArray("tranches");
    for (int i = 0; i < reports.size(); i++) {
      ObjectNode tranche = tranches.addObject();
      tranche.put("key", parts.get(i).key().orElse(""));
      tranche.put("said", parts.get(i).size().text());
      tranche.setAll((ObjectNode) reports.get(i).json());
    }
    json.set("totals", totals());
    run.fault().ifPresent(fault -> json.set("fault", fault(fault)));
    json.put("next", next());
    return json;
  }

  private ObjectNode totals() {
    ObjectNode totals = Json.object();
    totals.put("accFillSz", Decimals.text(sum(SplitReport::filled)));
    totals.put("notionalUsd", Decimals.text(sum(o -> o.ticket().notionalUsd())));
    return totals;
  }

  private static Optional<BigDecimal> filled(Outcome.Accepted accepted) {
    return accepted.seen().map(Order::accFillSz);
  }

  private BigDecimal sum(Function<Outcome.Accepted, Optional<BigDecimal>> figure) {
    return run.outcomes().stream()
        .filter(Outcome.Accepted.class::isInstance)
        .map(Outcome.Accepted.class::cast)
        .map(figure)
        .flatMap(Optional::stream)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static ObjectNode fault(Fault fault) {
    ObjectNode json = Json.object();
    json.put("error", fault.exitCode().word());
    json.put("exitCode", fault.exitCode().number());
    json.put("message", fault.getMessage());
    json.put("hint", fault.hint());
    return json;
  }

  private String next() {
    if (accepted() == parts.size()) {
      return "";
    }
    String rest =
        parts.getFirst().key().isPresent()
            ? "the same command goes on with the part that is missing"
            : "what is missing is a new order; with --intent-id a split can be taken up again";
    String stopped = refused() ? "part " + reports.size() + ": " + lastNext() : rest;
    return accepted() == 0 ? stopped : accepted() + " placed before; " + stopped;
  }

  /// Whether the last part tried has its own word on what to do.
  private boolean refused() {
    return !(run.outcomes().getLast() instanceof Outcome.Accepted);
  }

  private String lastNext() {
    return reports.getLast().json().path("next").asString();
  }

  private void text(Page page) {
    page.line(accepted() + " of " + parts.size() + " parts accepted");
    for (int i = 0; i < reports.size(); i++) {
      page.gap().line("Part " + (i + 1) + " (" + parts.get(i).size().text() + ")");
      reports.get(i).text().accept(page);
    }
    page.gap();
    run.fault().ifPresent(fault -> page.line("Stopped: " + fault.getMessage()));
    if (run.interrupted()) {
      page.line("Stopped between two parts; nothing is under way.");
    }
    String next = next();
    if (!next.isEmpty()) {
      page.line("Next: " + next);
    }
  }
}
