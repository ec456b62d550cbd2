package dev.okxguard.console;

import java.util.ArrayList;
import java.util.List;

/// Columns of text, two spaces apart: numbers to the right, words to the left, nothing cut off.
public final class Table {
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... head) {
    this.head = List.of(head);
  }

  /// Adds a row; missing cells at the end are blank.
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /// Adds a row.
  public Table row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /// Whether there is nothing but the heading.
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The finished lines: heading, rule, rows.
  public List<String> lines() {
    int[] widths = widths();
    boolean[] right = numeric();
    List<String> lines = new ArrayList<>();
    lines.add(line(head, widths, right));
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    lines.add(line(rule, widths, right));
    rows.forEach(row -> lines.add(line(row, widths, right)));
    return lines;
  }

  private int[] widths() {
    int[] widths = new int[head.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = head.get(column).length();
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], cell(row, column).length());
      }
    }
    return widths;
  }

  private boolean[] numeric() {
    boolean[] numeric = new boolean[head.size()];
    for (int column = 0; column < numeric.length; column++) {
      int at = column;
      numeric[column] =
          rows.stream().map(row -> cell(row, at)).allMatch(Table::numberOrBlank)
              && rows.stream().anyMatch(row -> !cell(row, at).isEmpty());
    }
    return numeric;
  }

  private static boolean numberOrBlank(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '%');
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private static String line(List<String> cells, int[] widths, boolean[] right) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String text = cell(cells, column);
      String pad = " ".repeat(widths[column] - text.length());
      line.append(column == 0 ? "" : "  ").append(right[column] ? pad + text : text + pad);
    }
    return line.toString().stripTrailing();
  }
}
