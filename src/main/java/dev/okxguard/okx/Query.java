package dev.okxguard.okx;

import java.util.LinkedHashMap;
import java.util.Map;

/// Query parameters in a fixed order, since the order is signed.
final class Query {
  private Query() {}

  static Map<String, String> of(String name, String value) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put(name, value);
    return query;
  }

  static Map<String, String> of(String name1, String value1, String name2, String value2) {
    Map<String, String> query = of(name1, value1);
    query.put(name2, value2);
    return query;
  }
}
