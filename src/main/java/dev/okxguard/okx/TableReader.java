package dev.okxguard.okx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Finds the texts of a [Table] in one pass. Gives up at whatever is not exactly of that form: then
/// the position is beyond everything, where nothing more is found.
final class TableReader {
  private static final int GIVEN_UP = Integer.MAX_VALUE;
  private static final int USUAL = 6_000;

  private final Endpoint endpoint;
  private final byte[] body;
  private final Map<String, Integer> columns = new LinkedHashMap<>();

  /// Beginning and end of each text, row by row.
  private int[] cells = new int[USUAL];

  /// Beginning and end of each name in the first row.
  private int[] names = {};

  private int filled;
  private int rows;
  private int position;

  TableReader(Endpoint endpoint, byte[] body) {
    this.endpoint = endpoint;
    this.body = body;
  }

  Optional<Rows> read() {
    Map<String, String> frame = new HashMap<>();
    require('{');
    do {
      String name = string();
      require(':');
      if (frame.put(name, name.equals("data") ? rows() : string()) != null) {
        position = GIVEN_UP;
      }
    } while (took(','));
    require('}');
    position = skip(body, position);
    boolean whole =
        position == body.length
            && frame.keySet().equals(Table.FRAME)
            && frame.get("code").equals(Envelope.DONE);
    return whole ? Optional.of(new Table(endpoint, body, columns, cells, rows)) : Optional.empty();
  }

  private String rows() {
    require('[');
    if (took(']')) {
      return "";
    }
    do {
      require('{');
      if (rows == 0) {
        first();
      } else {
        next();
      }
      require('}');
      rows++;
    } while (took(','));
    require(']');
    return "";
  }

  /// The first row tells the names.
  private void first() {
    do {
      int start = skip(body, position) + 1;
      String name = string();
      if (columns.put(name, columns.size()) != null) {
        position = GIVEN_UP;
      }
      names = Arrays.copyOf(names, 2 * columns.size());
      names[names.length - 2] = start;
      names[names.length - 1] = start + name.length();
      require(':');
      room(2);
      position = text(body, position, cells, filled);
      filled += 2;
    } while (took(','));
  }

  /// Each further one has to have the same. A page has thousands of texts, and the compiler used
  /// keeps local variables at hand, but not fields.
  private void next() {
    room(names.length);
    int at = position;
    for (int name = 0; name < names.length; name += 2) {
      at = name == 0 ? at : past(body, skip(body, at), ',');
      at = past(body, skip(body, at), '"');
      at = same(body, at, names[name], names[name + 1]);
      at = past(body, skip(body, past(body, at, '"')), ':');
      at = text(body, at, cells, filled + name);
    }
    filled += names.length;
    position = at;
  }

  private void room(int more) {
    if (filled + more > cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length + more);
    }
  }

  /// Behind what is the same as between two other positions.
  private static int same(byte[] body, int start, int from, int to) {
    int at = start;
    for (int i = from; i < to; i++) {
      if (at >= body.length || body[at] != body[i]) {
        return GIVEN_UP;
      }
      at++;
    }
    return at;
  }

  /// Behind a plain text, whose beginning and end it notes.
  private static int text(byte[] body, int before, int[] places, int place) {
    int start = past(body, skip(body, before), '"');
    int at = start;
    while (at < body.length && body[at] >= ' ' && body[at] != '"' && body[at] != '\\') {
      at++;
    }
    places[place] = start;
    places[place + 1] = at;
    return past(body, at, '"');
  }

  private static int past(byte[] body, int at, char wanted) {
    return at < body.length && body[at] == wanted ? at + 1 : GIVEN_UP;
  }

  /// Behind what stands between two values and means nothing.
  private static int skip(byte[] body, int start) {
    int at = start;
    while (at < body.length && body[at] <= ' ' && " \n\r\t".indexOf(body[at]) >= 0) {
      at++;
    }
    return at;
  }

  private String string() {
    int[] place = new int[2];
    position = text(body, position, place, 0);
    return position == GIVEN_UP ? "" : new String(body, place[0], place[1] - place[0], ISO_8859_1);
  }

  private boolean took(char wanted) {
    int at = skip(body, position);
    boolean there = past(body, at, wanted) != GIVEN_UP;
    position = there ? at + 1 : at;
    return there;
  }

  private void require(char wanted) {
    position = past(body, skip(body, position), wanted);
  }
}
