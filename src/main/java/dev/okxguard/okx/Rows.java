package dev.okxguard.okx;

import tools.jackson.databind.JsonNode;

/// The rows of an answer.
sealed interface Rows permits Rows.Tree, Table {
  int size();

  Row row(int index);

  /// All of them as OKX sent them.
  JsonNode data();

  /// Rows that were read as any JSON is.
  record Tree(Endpoint endpoint, JsonNode data) implements Rows {
    @Override
    public int size() {
      return data.size();
    }

    @Override
    public Row row(int index) {
      return new Row(endpoint, data.path(index));
    }
  }
}
