package dev.okxguard.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Palette;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.OpenIntent;
import dev.okxguard.reconcile.Difference;
import dev.okxguard.reconcile.Kind;
import dev.okxguard.reconcile.Report;
import dev.okxguard.reconcile.Report.Mode;
import dev.okxguard.reconcile.Report.Outcome;
import dev.okxguard.reconcile.Severity;
import dev.okxguard.reconcile.Subject;
import dev.okxguard.testing.Golden;
import dev.okxguard.testing.SampleSession;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// A run as people and programs read it.
class ReportTextTest {
  private static final Optional<Instant> NOON = Optional.of(Instant.parse("2026-11-21T12:00:00Z"));

  private static Report report(Outcome outcome, Mode mode, Difference... differences) {
    Map<String, Integer> checked = new LinkedHashMap<>();
    checked.put("positions", 2);
    checked.put("orders", 1);
    checked.put("balances", 3);
    return new Report(
        outcome,
        mode,
        "77",
        List.of(differences),
        List.of(),
        Optional.empty(),
        List.of(),
        checked,
        Set.of(),
        NOON,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Report with(Report report, List<String> explained, List<String> problems) {
    return new Report(
        report.outcome(),
        report.mode(),
        report.uid(),
        report.differences(),
        List.of(intent()),
        Optional.empty(),
        explained,
        report.checked(),
        Set.of(),
        report.asOf(),
        problems,
        Optional.of("drift: 3 differences"),
        Optional.empty());
  }

  private static OpenIntent intent() {
    Event.Intent intent =
        new Event.Intent(
            "i1",
            Optional.of("morning"),
            "d",
            "place",
            "SPOT",
            "BTC-USDT",
            "okgx1",
            true,
            Json.object(),
            Optional.empty(),
            Optional.empty(),
            "p");
    return new OpenIntent(NOON.orElseThrow(), intent, Optional.empty());
  }

  private static Difference leg(Kind kind, Severity severity, String should, String is) {
    Subject leg = new Subject("BTC-USDT-SWAP", "cross", "long", "", "");
    return new Difference(kind, severity, leg, should, is, "sold 1 in OKX's app at 11:58");
  }

  private static Difference order(Kind kind) {
    Subject order = new Subject("BTC-USDT", "", "", "", "4711");
    return new Difference(kind, Severity.WARN, order, "", "buy 1 @ 90000", "");
  }

  private static ObjectNode json(Report report) {
    return ReportDocument.of(report, SampleSession.unheard());
  }

  private static List<String> text(Report report) {
    Page page = new Page(new Palette(false));
    new ReportText(json(report), page).write();
    return page.lines();
  }

  @Test
  void whatAgreesIsOneLine() {
    assertThat(text(report(Outcome.CLEAN, Mode.JOURNAL)))
        .containsExactly(
            "clean  2 positions, 1 order, 3 balances agree  as of 2026-11-21T12:00:00Z");
  }

  @Test
  void everyDifferenceIsARowWithItsExplanationAndWhatToDo() {
    Report drift =
        with(
            report(
                Outcome.DRIFT,
                Mode.JOURNAL,
                leg(Kind.POSITION, Severity.WARN, "3", "2"),
                order(Kind.ORDER_FOREIGN),
                leg(Kind.STOP_SHORT, Severity.HALT, "2", "1")),
            List.of("funding: 2 payments, -0.31 USDT"),
            List.of());
    Golden.check("reconcile-drift.txt", String.join("\n", text(drift)) + "\n");
    Golden.check("reconcile-drift.json", Json.pretty(json(drift)) + "\n");
  }

  @Test
  void whatIsNotKnownIsNeverCalledClean() {
    for (Outcome outcome : List.of(Outcome.INCOMPLETE, Outcome.UNSTABLE)) {
      Report report = with(report(outcome, Mode.JOURNAL), List.of(), List.of("no positions"));
      assertThat(text(report).getFirst()).startsWith(outcome.word()).contains("nobody knows");
      assertThat(text(report))
          .contains("problem: no positions")
          .noneMatch(l -> l.contains("agree"));
      assertThat(String.join("\n", text(report))).contains("run it again");
    }
  }

  @Test
  void noAdoptionIsOfferedForWhatItCannotMend() {
    Report stops =
        report(Outcome.DRIFT, Mode.JOURNAL, leg(Kind.STOP_MISSING, Severity.HALT, "", ""));
    assertThat(String.join("\n", text(stops))).contains("order algo list").doesNotContain("adopt");
    Report declared =
        report(Outcome.DRIFT, Mode.DECLARED, leg(Kind.POSITION, Severity.HALT, "1", "2"));
    assertThat(String.join("\n", text(declared)))
        .contains("what was declared", "what declares it")
        .doesNotContain("adopt");
  }

  @Test
  void whatOnlyIsGoodToKnowIsNoDifferenceInTheCount() {
    Report drift =
        report(
            Outcome.DRIFT,
            Mode.JOURNAL,
            leg(Kind.POSITION, Severity.HALT, "1", "2"),
            leg(Kind.ORDER_CHANGED, Severity.INFO, "1", "2"));
    assertThat(text(drift).getFirst()).contains("1 difference ");
  }
}
