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
/// @param known the intents carried over, in the order they were written
/// @param latestOfEach the events that stay in force
record Checkpoint(Optional<Instant> latest, List<Past> known, Latest latestOfEach) {

  byte[] bytes() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    latest.ifPresent(time -> data.put("latest", Stamp.text(time)));
    ArrayNode list = data.putArray("known");
    known.forEach(past -> list.add(data(past)));
    data.set("inForce", latestOfEach.data());
    return Canonical.bytes(data);
  }

  private static ObjectNode data(Past past) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("time", Stamp.text(past.time())).set("intent", EventCodec.data(past.intent()));
    past.outcome().ifPresent(outcome -> data.set("outcome", EventCodec.data(outcome)));
    return data;
  }

  static Checkpoint of(Line line) throws ChainBreak {
    ObjectNode data = line.data();
    List<Past> known = new ArrayList<>();
    for (JsonNode item : data.path("known")) {
      known.add(past(item, line.seq()));
    }
    return new Checkpoint(
        new Fields(data, line.seq()).time("latest"),
        known,
        Latest.of(data.path("inForce"), line.seq()));
  }

  private static Past past(JsonNode item, long seq) throws ChainBreak {
    if (!(item instanceof ObjectNode data)) {
      throw new ChainBreak(seq, "its list of intents is malformed");
    }
    Fields fields = new Fields(data, seq);
    Instant time =
        fields.time("time").orElseThrow(() -> new ChainBreak(seq, "an intent has no time"));
    Event.Intent intent = EventCodec.intent(fields.object("intent"), seq);
    Optional<Event.Outcome> outcome =
        data.has("outcome")
            ? Optional.of(EventCodec.outcome(fields.object("outcome"), seq))
            : Optional.empty();
    return new Past(time, intent, outcome);
  }
}
