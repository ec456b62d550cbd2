package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON spelled as nearly every payload is: ASCII, no spaces, no escapes, no fractions, each
/// name once. It leaves all else to Jackson, and gives the tree that Jackson would give, in a third
/// of the time.
final class PlainJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int GIVEN_UP = -1;

  /// Far below what Jackson bears.
  private static final int DEEPEST = 30;

  private static final int LONGEST = 10_000;
  private static final int MAX_DIGITS = 18;

  private final byte[] buffer;
  private final int end;
  private int position;

  PlainJson(byte[] buffer, int start, int end) {
    this.buffer = buffer;
    this.position = start;
    this.end = end;
  }

  /// The object that takes up all between the two positions; empty when it is none, or not plain.
  static Optional<ObjectNode> object(byte[] buffer, int start, int end) {
    PlainJson json = new PlainJson(buffer, start, end);
    JsonNode value = json.value(0);
    return json.complete() && value instanceof ObjectNode object
        ? Optional.of(object)
        : Optional.empty();
  }

  /// Whether all was plain and nothing is left.
  boolean complete() {
    return position == end;
  }

  /// Goes on behind the member's name and colon if they come next behind that character.
  boolean tookName(char before, String name) {
    int length = name.length();
    int last = position + length + 3;
    if (position < 0 || last >= end || buffer[position] != before) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (buffer[position + 2 + i] != name.charAt(i)) {
        return false;
      }
    }
    if (buffer[position + 1] != '"' || buffer[last - 1] != '"' || buffer[last] != ':') {
      return false;
    }
    position = last + 1;
    return true;
  }

  /// A value at that depth.
  JsonNode value(int depth) {
    byte next = next();
    if (next == '"') {
      return NODES.stringNode(text());
    }
    if (next >= '0' && next <= '9') {
      return number();
    }
    return switch (depth < DEEPEST ? next : 0) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case 't' -> word("true", NODES.booleanNode(true));
      case 'f' -> word("false", NODES.booleanNode(false));
      case 'n' -> word("null", NODES.nullNode());
      default -> giveUp();
    };
  }

  private JsonNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    position++;
    if (took('}')) {
      return object;
    }
    do {
      String name = text();
      require(':');
      if (object.replace(name, value(depth + 1)) != null) {
        return giveUp();
      }
    } while (took(','));
    require('}');
    return object;
  }

  private JsonNode array(int depth) {
    ArrayNode array = NODES.arrayNode();
    position++;
    if (took(']')) {
      return array;
    }
    do {
      array.add(value(depth + 1));
    } while (took(','));
    require(']');
    return array;
  }

  String text() {
    require('"');
    int start = position;
    if (start == GIVEN_UP) {
      return "";
    }
    int at = start;
    while (at < end && buffer[at] >= ' ' && buffer[at] != '"' && buffer[at] != '\\') {
      at++;
    }
    position = at - start > LONGEST ? GIVEN_UP : at;
    require('"');
    return new String(buffer, start, at - start, ISO_8859_1);
  }

  private JsonNode number() {
    int start = position;
    long value = 0;
    while (next() >= '0' && next() <= '9') {
      value = value * 10 + (buffer[position++] - '0');
    }
    int digits = position - start;
    if (digits > MAX_DIGITS || digits > 1 && buffer[start] == '0') {
      return giveUp();
    }
    return value <= Integer.MAX_VALUE ? NODES.numberNode((int) value) : NODES.numberNode(value);
  }

  private JsonNode word(String word, JsonNode meaning) {
    for (int i = 0; i < word.length(); i++) {
      require(word.charAt(i));
    }
    return meaning;
  }

  /// The next byte, 0 when there is none.
  private byte next() {
    return position >= 0 && position < end ? buffer[position] : 0;
  }

  private boolean took(char wanted) {
    boolean there = next() == wanted;
    position += there ? 1 : 0;
    return there;
  }

  void require(char wanted) {
    position = next() == wanted ? position + 1 : GIVEN_UP;
  }

  private JsonNode giveUp() {
    position = GIVEN_UP;
    return NODES.nullNode();
  }
}
