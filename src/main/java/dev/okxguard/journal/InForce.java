package dev.okxguard.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The events that stay in force, as a checkpoint carries them.
///
/// @param said the newest of each type
/// @param books where the newest books are; they are too long to be carried
record InForce(Map<String, Latest.Said> said, Optional<BooksAt> books) {
  /// Where books are.
  ///
  /// @param segment the one that holds the record
  record BooksAt(Instant time, long seq, int segment) {}

  void put(CanonicalObject data) {
    Map<String, Consumer<CanonicalObject>> sorted = new TreeMap<>();
    said.forEach((type, last) -> sorted.put(type, one -> put(last, one)));
    books.ifPresent(at -> sorted.put(Record.BOOKS, one -> put(at, one)));
    sorted.forEach(data::object);
  }

  private static void put(Latest.Said last, CanonicalObject data) {
    data.object("data", event -> EventCodec.put(last.event(), event))
        .put("seq", last.seq())
        .put("time", Stamp.text(last.time()));
  }

  private static void put(BooksAt at, CanonicalObject data) {
    data.put("segment", at.segment()).put("seq", at.seq()).put("time", Stamp.text(at.time()));
  }

  /// What a checkpoint carries.
  static InForce of(JsonNode data, long seq) throws ChainBreak {
    Map<String, Latest.Said> said = new TreeMap<>();
    Optional<BooksAt> books = Optional.empty();
    for (Map.Entry<String, JsonNode> item : data.properties()) {
      if (!(item.getValue() instanceof ObjectNode one)) {
        throw new ChainBreak(seq, "its list of latest events is malformed");
      }
      Instant time = new TreeFields(one, seq).requiredTime("time");
      long place = one.path("seq").asLong();
      if (item.getKey().equals(Record.BOOKS)) {
        books = Optional.of(new BooksAt(time, place, one.path("segment").asInt()));
      } else {
        said.put(item.getKey(), new Latest.Said(time, place, event(item.getKey(), one, seq)));
      }
    }
    return new InForce(said, books);
  }

  private static Event event(String type, ObjectNode item, long seq) throws ChainBreak {
    return EventReader.of(type, new TreeFields(item, seq).object("data"), seq)
        .orElseThrow(() -> new ChainBreak(seq, "it carries an event it does not know"));
  }
}
