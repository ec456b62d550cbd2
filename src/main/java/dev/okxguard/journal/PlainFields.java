package dev.okxguard.journal;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Of a payload as it stands in its segment, read from left to right without making a tree of it:
/// asked for in the order of their names, and only where the whole of it turned out to be
/// [#complete] is anything of it true.
final class PlainFields implements Fields {
  private final PlainJson json;
  private final long seq;
  private char before = '{';

  PlainFields(PlainJson json, long seq) {
    this.json = json;
    this.seq = seq;
  }

  @Override
  public long seq() {
    return seq;
  }

  @Override
  public Optional<String> maybe(String name) {
    return began(name) ? Optional.of(json.text()) : Optional.empty();
  }

  @Override
  public boolean flag(String name) throws ChainBreak {
    JsonNode value = value(name);
    if (!value.isBoolean()) {
      throw bad(name);
    }
    return value.booleanValue();
  }

  @Override
  public ObjectNode object(String name) throws ChainBreak {
    if (value(name) instanceof ObjectNode object) {
      return object;
    }
    throw bad(name);
  }

  private JsonNode value(String name) throws ChainBreak {
    if (!began(name)) {
      throw bad(name);
    }
    return json.value(1);
  }

  private boolean began(String name) {
    boolean began = json.tookName(before, name);
    before = began ? ',' : before;
    return began;
  }

  /// Whether these fields were all there is.
  boolean complete() {
    json.require('}');
    return json.complete();
  }
}
