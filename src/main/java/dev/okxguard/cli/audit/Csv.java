package dev.okxguard.cli.audit;

import dev.okxguard.console.Json;
import dev.okxguard.journal.Record;
import dev.okxguard.model.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Records as rows of a table, one for each record and one for each fill, with OKX's field names
/// (RFC 4180, and no formula in what people or OKX wrote). `accFillSz` and `avgPx` are an order's
/// so far; what is to be added up is `fillSz`, `fee` and `pnl`, which only fills have.
final class Csv {
  private static final List<String> OF_A_REQUEST =
      List.of("instId", "side", "posSide", "tdMode", "ordType", "sz", "px", "reduceOnly", "ordId");
  private static final List<String> OF_AN_INTENT =
      List.of("action", "instId", "clOrdId", "intentId", "notionalUsd");
  private static final List<String> OF_AN_OUTCOME =
      List.of("intentId", "clOrdId", "outcome", "state", "ordId", "accFillSz", "avgPx");
  private static final List<String> OF_A_FILL =
      List.of(
          "instId", "side", "posSide", "ordId", "clOrdId", "tradeId", "fillSz", "fillPx", "fee",
          "feeCcy");

  private static final List<String> COLUMNS =
      List.of(
          "seq",
          "ts",
          "type",
          "env",
          "action",
          "instId",
          "side",
          "posSide",
          "tdMode",
          "ordType",
          "sz",
          "px",
          "reduceOnly",
          "notionalUsd",
          "outcome",
          "state",
          "ordId",
          "clOrdId",
          "intentId",
          "accFillSz",
          "avgPx",
          "tradeId",
          "fillTime",
          "fillSz",
          "fillPx",
          "fee",
          "feeCcy",
          "pnl",
          "text");

  private final Environment environment;

  Csv(Environment environment) {
    this.environment = environment;
  }

  static String header() {
    return String.join(",", COLUMNS);
  }

  /// The record's rows.
  List<String> rows(Record record) {
    JsonNode data = record.data();
    Map<String, String> row = row(record);
    switch (record.type()) {
      case "intent" -> {
        put(row, data.path("request"), OF_A_REQUEST);
        put(row, data, OF_AN_INTENT);
      }
      case "outcome" -> {
        put(row, data, OF_AN_OUTCOME);
        row.put("text", joined(data, "code", "message"));
      }
      case "denied" -> {
        put(row, data.path("draft"), OF_A_REQUEST);
        put(row, data, OF_AN_INTENT);
        row.put("text", joined(data, "denials"));
      }
      case "fills" -> {
        return fills(record);
      }
      default -> row.put("text", Summary.of(record));
    }
    return List.of(line(row));
  }

  private List<String> fills(Record record) {
    List<String> rows = new ArrayList<>();
    for (JsonNode fill : record.data().path("fills")) {
      Map<String, String> row = row(record);
      put(row, fill, OF_A_FILL);
      row.put("fillTime", time(fill.path("ts").asString("")));
      row.put("pnl", fill.path("fillPnl").asString(""));
      rows.add(line(row));
    }
    return rows;
  }

  private static String time(String millis) {
    return millis.matches("[0-9]{1,15}")
        ? Json.text(java.time.Instant.ofEpochMilli(Long.parseLong(millis)))
        : millis;
  }

  private Map<String, String> row(Record record) {
    Map<String, String> row = new TreeMap<>();
    row.put("seq", Long.toString(record.seq()));
    row.put("ts", Json.text(record.time()));
    row.put("type", record.type());
    row.put("env", environment.word());
    return row;
  }

  private static void put(Map<String, String> row, JsonNode from, List<String> names) {
    names.stream().filter(from::has).forEach(name -> row.put(name, from.path(name).asString("")));
  }

  private static String joined(JsonNode data, String... names) {
    List<String> texts = new ArrayList<>();
    for (String name : names) {
      JsonNode node = data.path(name);
      node.forEach(item -> texts.add(item.asString("")));
      texts.add(node.isContainer() ? "" : node.asString(""));
    }
    return texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
  }

  private static String line(Map<String, String> row) {
    return COLUMNS.stream()
        .map(name -> cell(row.getOrDefault(name, "")))
        .collect(Collectors.joining(","));
  }

  /// A spreadsheet would run a cell that begins like a formula; a negative number is none.
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = formula && !text.matches("-[0-9.]+") ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
