package dev.okxguard.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a new segment starts with, so that nothing before it has to be read.
///
/// @param latest the latest time on record
/// @param known the intents carried over whole, in the order they were written
/// @param entries what limits want to know of other entries of the last 25 hours
/// @param inForce the events that stay in force
record Checkpoint(
    Optional<Instant> latest, List<Kept> known, List<Entry> entries, InForce inForce) {

  byte[] bytes() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    latest.ifPresent(time -> data.put("latest", Stamp.text(time)));
    ArrayNode list = data.putArray("known");
    known.forEach(kept -> list.add(data(kept)));
    ArrayNode rows = data.putArray("entries");
    entries.forEach(entry -> rows.add(entry.row()));
    data.set("inForce", inForce.data());
    return Canonical.bytes(data);
  }

  private static ObjectNode data(Kept kept) {
    Past past = kept.past();
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("time", Stamp.text(past.time())).put("seq", kept.seq());
    data.set("intent", EventCodec.data(past.intent()));
    past.outcome().ifPresent(outcome -> data.set("outcome", EventCodec.data(outcome)));
    return data;
  }

  static Checkpoint of(Line line) throws ChainBreak {
    ObjectNode data = line.data();
    List<Kept> known = new ArrayList<>();
    for (JsonNode item : data.path("known")) {
      known.add(kept(item, line.seq()));
    }
    List<Entry> entries = new ArrayList<>();
    for (JsonNode item : data.path("entries")) {
      entries.add(entry(item, line.seq()));
    }
    return new Checkpoint(
        new Fields(data, line.seq()).time("latest"),
        known,
        entries,
        InForce.of(data.path("inForce"), line.seq()));
  }

  private static Entry entry(JsonNode row, long seq) throws ChainBreak {
    try {
      return Entry.ofRow(row.asString(""));
    } catch (IllegalArgumentException e) {
      throw new ChainBreak(seq, "its list of entries is malformed");
    }
  }

  private static Kept kept(JsonNode item, long seq) throws ChainBreak {
    if (!(item instanceof ObjectNode data)) {
      throw new ChainBreak(seq, "its list of intents is malformed");
    }
    Fields fields = new Fields(data, seq);
    Instant time =
        fields.time("time").orElseThrow(() -> new ChainBreak(seq, "an intent has no time"));
    Event.Intent intent = EventReader.intent(fields.object("intent"), seq);
    Optional<Event.Outcome> outcome =
        data.has("outcome")
            ? Optional.of(EventReader.outcome(fields.object("outcome"), seq))
            : Optional.empty();
    return new Kept(new Past(time, intent, outcome), data.path("seq").asLong());
  }
}
