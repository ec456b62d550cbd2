package dev.okxguard.cli.order;

import dev.okxguard.cli.Confirmation;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.PlaceRequest;
import dev.okxguard.trade.TrancheRun;
import dev.okxguard.trade.Tranches;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An order placed in parts.
record SplitPlacement(Session session, List<PlaceRequest> parts, Duration every) {

  static SplitPlacement of(Session session, PlaceRequest whole, int count, Duration every) {
    OrderDraft draft = whole.draft();
    Instrument instrument =
        session
            .exchange()
            .instrument(draft.instType(), draft.instId())
            .orElseThrow(
                () ->
                    new Fault(
                        ExitCode.REJECTED,
                        "OKX knows no instrument " + draft.instId(),
                        "look with: okx market instruments"));
    mustNotLookRepeated(session, whole, every);
    return new SplitPlacement(session, Tranches.of(whole, count, instrument), every);
  }

  /// Parts alike and close together are what the guard takes for an accident, unless they have
  /// names. Better told before the first than at the second.
  private static void mustNotLookRepeated(Session session, PlaceRequest whole, Duration every) {
    int window = session.policy().duplicateWindowSeconds();
    if (whole.key().isEmpty() && every.compareTo(Duration.ofSeconds(window)) <= 0 && window > 0) {
      throw new Fault(
          ExitCode.USAGE,
          "parts " + every.toMillis() + " ms apart look like one order sent twice",
          "give --intent-id, or more than " + window + " s behind --every");
    }
  }

  /// The verdict on the first part, and the list of all. Sends nothing.
  Report preview() {
    return preview(session.gateway().check(parts.getFirst()));
  }

  /// Places them, once a person has said yes where one must.
  Report place() {
    if (session.asks()) {
      Outcome first = session.gateway().check(parts.getFirst());
      boolean goesOn = first instanceof Outcome.Allowed || first instanceof Outcome.Accepted;
      if (!goesOn) {
        return OutcomeReport.of(first, session);
      }
      Confirmation.ask(session, preview(first), "Send all " + parts.size() + " parts?");
    }
    TrancheRun run =
        TrancheRun.of(
            parts,
            session::freshGateway,
            new TrancheRun.Wait(session.time(), every),
            this::progress);
    return SplitReport.of(parts, run, session);
  }

  private Report preview(Outcome first) {
    Report verdict = OutcomeReport.preview(first, session);
    ObjectNode json = (ObjectNode) verdict.json();
    ArrayNode tranches = json.putArray("tranches");
    for (PlaceRequest part : parts) {
      ObjectNode tranche = tranches.addObject();
      tranche.put("key", part.key().orElse(""));
      tranche.put("said", part.size().text());
    }
    return new Report(verdict.exitCode(), json, page -> text(verdict, page));
  }

  private void text(Report verdict, Page page) {
    verdict.text().accept(page);
    page.line(parts.size() + " parts, " + every.toMillis() + " ms apart; the verdict is on part 1");
    for (int i = 0; i < parts.size(); i++) {
      String key = parts.get(i).key().map(name -> "  " + name).orElse("");
      page.line("  " + (i + 1) + "  " + parts.get(i).size().text() + key);
    }
  }

  private void progress(int number, Outcome outcome) {
    String line = "part " + number + " of " + parts.size() + ": " + OutcomeReport.word(outcome);
    if (session.console().terminal()) {
      session.warn(line);
    } else {
      session.progress(line);
    }
  }
}
