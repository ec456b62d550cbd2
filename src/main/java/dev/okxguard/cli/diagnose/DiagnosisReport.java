package dev.okxguard.cli.diagnose;

import dev.okxguard.cli.Document;
import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Palette;
import dev.okxguard.console.Report;
import dev.okxguard.diagnose.CheckId;
import dev.okxguard.diagnose.Diagnosis;
import dev.okxguard.diagnose.Finding;
import dev.okxguard.diagnose.Finding.Level;
import dev.okxguard.diagnose.Group;
import dev.okxguard.model.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A diagnosis for people, for programs and for a file.
///
/// @param env "" where it is not known
/// @param goLive whether the gate was asked for
record DiagnosisReport(Diagnosis diagnosis, String env, String profile, boolean goLive) {
  private static final int WIDTH =
      List.of(CheckId.values()).stream().mapToInt(id -> id.word().length()).max().orElse(0);

  /// @param clean makes a text fit for everybody's eyes
  Report report(UnaryOperator<String> clean) {
    ExitCode exit = diagnosis.outcome() == Level.FAIL ? ExitCode.FINDINGS : ExitCode.OK;
    return new Report(exit, json(clean), page -> text(page, UnaryOperator.identity()));
  }

  private String uid() {
    return diagnosis.uid().map(Redaction::shortened).orElse("");
  }

  String outcome() {
    return diagnosis.outcome() == Level.OK ? "pass" : diagnosis.outcome().word();
  }

  ObjectNode json(UnaryOperator<String> clean) {
    ObjectNode json = Json.object();
    json.put("outcome", outcome());
    json.setAll(Document.of(env, profile, uid()));
    json.put("goLive", goLive);
    ArrayNode checks = json.putArray("checks");
    for (Diagnosis.Found found : diagnosis.all()) {
      Finding finding = found.finding();
      checks
          .addObject()
          .put("id", found.id().word())
          .put("group", found.id().group().word())
          .put("level", finding.level().word())
          .put("text", clean.apply(finding.text()))
          .put("hint", clean.apply(finding.hint()));
    }
    ArrayNode todo = json.putArray("todo");
    todo().forEach(line -> todo.add(clean.apply(line)));
    return json;
  }

  /// The same as lines without colour.
  List<String> lines(UnaryOperator<String> clean) {
    Page page = new Page(new Palette(false));
    text(page, clean);
    return page.lines();
  }

  private void text(Page page, UnaryOperator<String> clean) {
    String account = uid().isEmpty() ? "" : "  Account: " + uid();
    page.line(
        "Environment: "
            + (env.isEmpty() ? "unknown" : env)
            + "  Profile: "
            + (profile.isEmpty() ? "unknown" : profile)
            + account);
    for (Group group : Group.values()) {
      page.gap().line(page.palette().strong(group.word()));
      diagnosis.all().stream()
          .filter(found -> found.id().group() == group)
          .forEach(found -> line(page, found, clean));
    }
    page.gap().line(summary(page));
    List<String> todo = todo();
    if (goLive && !todo.isEmpty()) {
      page.gap().line("Before going live:");
      for (int i = 0; i < todo.size(); i++) {
        page.line("  " + (i + 1) + ". " + clean.apply(todo.get(i)));
      }
    }
  }

  private static void line(Page page, Diagnosis.Found found, UnaryOperator<String> clean) {
    Finding finding = found.finding();
    String id = found.id().word();
    page.line(
        "  "
            + painted(page.palette(), finding.level())
            + "  "
            + id
            + " ".repeat(WIDTH - id.length())
            + "  "
            + clean.apply(finding.text()));
    if (!finding.hint().isEmpty()) {
      page.line(" ".repeat(WIDTH + 10) + "→ " + clean.apply(finding.hint()));
    }
  }

  private static String painted(Palette palette, Level level) {
    String word = level.word() + " ".repeat(4 - level.word().length());
    return switch (level) {
      case OK -> palette.good(word);
      case WARN -> palette.warn(word);
      case FAIL -> palette.bad(word);
      case SKIP, UNKNOWN -> word;
    };
  }

  private String summary(Page page) {
    String counts =
        diagnosis.count(Level.FAIL)
            + " failed, "
            + diagnosis.count(Level.WARN)
            + " warnings, "
            + diagnosis.count(Level.UNKNOWN)
            + " not known, "
            + diagnosis.count(Level.SKIP)
            + " skipped, "
            + diagnosis.count(Level.OK)
            + " well";
    String outcome = outcome();
    return switch (diagnosis.outcome()) {
      case FAIL -> page.palette().bad(outcome) + ": " + counts;
      case WARN -> page.palette().warn(outcome) + ": " + counts;
      case OK, SKIP, UNKNOWN -> page.palette().good(outcome) + ": " + counts;
    };
  }

  /// What is to be done, one thing a line; last what can only be seen after that.
  private List<String> todo() {
    List<String> todo = new ArrayList<>();
    for (Diagnosis.Found found : diagnosis.failing()) {
      Finding finding = found.finding();
      String hint = finding.hint().isEmpty() ? "" : " → " + finding.hint();
      todo.add(found.id().word() + ": " + finding.text() + hint);
    }
    List<Diagnosis.Found> waiting = diagnosis.waiting();
    if (!waiting.isEmpty()) {
      String ids = waiting.stream().map(it -> it.id().word()).collect(Collectors.joining(", "));
      todo.add("then look again; not known yet: " + ids);
    }
    return todo;
  }
}
