package dev.okxguard.cli.reconcile;

import dev.okxguard.console.Page;
import dev.okxguard.console.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The same for people: one line when all is well.
record ReportText(ObjectNode json, Page page) {

  void write() {
    headline();
    differences();
    list("explained", "explained: ");
    list("problems", "problem: ");
    if (!said("halted").isEmpty()) {
      page.line(page.palette().bad("Trading is halted") + ": " + said("halted"));
    }
    list("next", "Next: ");
  }

  private void headline() {
    String asOf = said("asOf").isEmpty() ? "" : "  as of " + said("asOf");
    page.line(
        switch (said("outcome")) {
          case "clean" -> page.palette().good("clean") + "  " + agreeing() + asOf;
          case "drift" -> page.palette().bad("DRIFT") + "  " + counted() + asOf;
          default -> page.palette().warn(said("outcome")) + "  nobody knows by this" + asOf;
        });
  }

  private String agreeing() {
    String all =
        json.path("checked").properties().stream()
            .map(ReportText::amount)
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "nothing held, nothing expected" : all + " agree";
  }

  private static String amount(Map.Entry<String, JsonNode> checked) {
    int count = checked.getValue().asInt();
    String name = checked.getKey();
    return count + " " + (count == 1 && name.endsWith("s") ? singular(name) : name);
  }

  private static String singular(String name) {
    return name.substring(0, name.length() - 1);
  }

  private String counted() {
    long grave =
        json.path("differences")
            .valueStream()
            .filter(one -> !one.path("severity").asString().equals("info"))
            .count();
    String of = said("mode").equals("declared") ? " to what was declared" : "";
    return (grave == 1 ? "1 difference" : grave + " differences") + of;
  }

  private void differences() {
    JsonNode all = json.path("differences");
    if (all.isEmpty()) {
      return;
    }
    Table table = new Table("", "severity", "kind", "about", "expected", "actual");
    List<String> explanations = new ArrayList<>();
    int number = 0;
    for (JsonNode one : all) {
      number++;
      table.row(
          Integer.toString(number),
          one.path("severity").asString(),
          one.path("kind").asString(),
          about(one),
          or(one.path("expected").asString()),
          or(one.path("actual").asString()));
      String why = one.path("explanation").asString();
      if (!why.isEmpty()) {
        explanations.add("  " + number + ": " + why);
      }
    }
    page.table(table, "");
    explanations.forEach(page::line);
  }

  private static String about(JsonNode one) {
    return Stream.of("instId", "mgnMode", "posSide", "ccy", "id")
        .map(field -> one.path(field).asString())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String or(String text) {
    return text.isEmpty() ? "none" : text;
  }

  private void list(String field, String mark) {
    json.path(field).forEach(line -> page.line(mark + line.asString()));
  }

  private String said(String field) {
    return json.path(field).asString();
  }
}
