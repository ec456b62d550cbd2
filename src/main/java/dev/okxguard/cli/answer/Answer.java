package dev.okxguard.cli.answer;

import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Reports of reads: the `data` array as it came for `--json`, its main fields as text.
public final class Answer {
  private Answer() {}

  /// A table with a line for each element, or the sentence when there is none.
  public static Report table(ArrayNode data, String whenEmpty, Column... columns) {
    return Report.of(data, page -> page.gap().table(table(data, columns), whenEmpty));
  }

  /// Every field of each element, one a line, or the sentence when there is none.
  public static Report details(ArrayNode data, String whenEmpty) {
    return Report.of(data, page -> details(page, data, whenEmpty));
  }

  /// Rows of any answer as a table.
  public static Table table(JsonNode rows, Column... columns) {
    List<Column> shown = Stream.of(columns).filter(column -> shows(column, rows)).toList();
    Table table = new Table(shown.stream().map(Column::head).toArray(String[]::new));
    rows.forEach(row -> table.row(shown.stream().map(column -> column.cell().apply(row)).toList()));
    return table;
  }

  /// The element's fields that are not blank, times readable, but those named.
  public static Map<String, String> pairs(JsonNode element, Set<String> without) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String name : element.propertyNames()) {
      String value = Fields.isTime(name) ? Fields.time(element, name) : Fields.text(element, name);
      if (!without.contains(name) && !value.isEmpty()) {
        pairs.put(name, value);
      }
    }
    return pairs;
  }

  private static void details(Page page, ArrayNode data, String whenEmpty) {
    if (data.isEmpty()) {
      page.line(whenEmpty);
    }
    for (JsonNode element : data) {
      page.gap().pairs(pairs(element, Set.of()));
    }
  }

  private static boolean shows(Column column, JsonNode rows) {
    return !column.optional()
        || StreamSupport.stream(rows.spliterator(), false)
            .anyMatch(row -> !column.cell().apply(row).isEmpty());
  }
}
