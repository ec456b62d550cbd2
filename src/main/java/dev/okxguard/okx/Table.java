package dev.okxguard.okx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The rows of a long list as OKX spells them: objects of plain texts, the same names in the same
/// order in each. Only where the texts begin and end is noted, since most of them nobody asks for.
///
/// @param columns where in a row the text of that name is
/// @param cells beginning and end of each text, row by row
record Table(Endpoint endpoint, byte[] body, Map<String, Integer> columns, int[] cells, int size)
    implements Rows {
  /// What an answer consists of.
  static final Set<String> FRAME = Set.of("code", "msg", "data");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// The rows of an answer that says that the request was done; empty for one spelled in any other
  /// way, or broken, which is for Jackson to say.
  static Optional<Rows> read(Endpoint endpoint, byte[] body) {
    return new TableReader(endpoint, body).read();
  }

  @Override
  public Row row(int index) {
    return new Row(endpoint, new Line(this, index));
  }

  @Override
  public JsonNode data() {
    return Json.tree(body).path("data");
  }

  private JsonNode cell(int row, int column) {
    int at = 2 * (row * columns.size() + column);
    String text = new String(body, cells[at], cells[at + 1] - cells[at], ISO_8859_1);
    return NODES.stringNode(text);
  }

  private record Line(Table table, int row) implements Members {
    @Override
    public JsonNode path(String name) {
      Integer column = table.columns.get(name);
      return column == null ? NODES.missingNode() : table.cell(row, column);
    }

    @Override
    public JsonNode node() {
      ObjectNode node = NODES.objectNode();
      table.columns.forEach((name, column) -> node.set(name, table.cell(row, column)));
      return node;
    }
  }
}
