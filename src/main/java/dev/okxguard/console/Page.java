package dev.okxguard.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where a report writes itself as text, block by block.
public final class Page {
  private final Palette palette;
  private final List<String> lines = new ArrayList<>();

  public Page(Palette palette) {
    this.palette = palette;
  }

  /// Colours for parts of a line.
  public Palette palette() {
    return palette;
  }

  /// One line.
  public Page line(String text) {
    lines.add(text);
    return this;
  }

  /// An empty line between blocks.
  public Page gap() {
    if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
      lines.add("");
    }
    return this;
  }

  /// Names and values, one pair a line, values aligned. Pass an ordered map.
  public Page pairs(Map<String, String> pairs) {
    int width = pairs.keySet().stream().mapToInt(String::length).max().orElse(0);
    pairs.forEach(
        (name, value) ->
            lines.add((name + " ".repeat(width - name.length() + 2) + value).stripTrailing()));
    return this;
  }

  /// A table, or the sentence when it has no rows.
  public Page table(Table table, String whenEmpty) {
    if (table.isEmpty()) {
      return line(whenEmpty);
    }
    lines.addAll(table.lines());
    return this;
  }

  /// Everything written so far, without the control characters that came with answers.
  public List<String> lines() {
    return lines.stream().map(palette::printable).toList();
  }
}
