package dev.okxguard.cli.answer;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A column over OKX's rows.
///
/// @param head the heading, by custom OKX's name of the field
/// @param cell the row's text, "" when OKX gave nothing
/// @param optional whether to leave the column out when all its cells are blank
public record Column(String head, Function<JsonNode, String> cell, boolean optional) {

  /// The field of that name.
  public static Column of(String name) {
    return of(name, row -> Fields.text(row, name));
  }

  /// A column of our own making.
  public static Column of(String head, Function<JsonNode, String> cell) {
    return new Column(head, cell, false);
  }

  /// The field, or the one that says nearly the same where OKX leaves the first blank.
  public static Column of(String name, String fallback) {
    return of(name, row -> Fields.first(row, name, fallback));
  }

  /// The time in the field of that name.
  public static Column time(String name) {
    return of(name, row -> Fields.time(row, name));
  }

  /// The field of that name, where any row has it.
  public static Column ifAny(String name) {
    return new Column(name, row -> Fields.text(row, name), true);
  }

  /// The element at that place of rows that are lists.
  public static Column at(int place, String head) {
    return of(head, row -> Fields.value(row.path(place)));
  }
}
