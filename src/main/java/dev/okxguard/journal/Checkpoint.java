package dev.okxguard.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
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
    return CanonicalObject.bytes(
        data -> {
          data.texts("entries", entries.stream().map(Entry::row).toList())
              .object("inForce", inForce::put)
              .objects("known", known, Checkpoint::put);
          latest.ifPresent(time -> data.put("latest", Stamp.text(time)));
        });
  }

  private static void put(Kept kept, CanonicalObject data) {
    Past past = kept.past();
    data.object("intent", intent -> EventCodec.put(past.intent(), intent));
    past.outcome()
        .ifPresent(last -> data.object("outcome", outcome -> EventCodec.put(last, outcome)));
    data.put("seq", kept.seq()).put("time", Stamp.text(past.time()));
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
        new TreeFields(data, line.seq()).time("latest"),
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
    Fields fields = new TreeFields(data, seq);
    Instant time =
        fields.time("time").orElseThrow(() -> new ChainBreak(seq, "an intent has no time"));
    Event.Intent intent = EventReader.intent(new TreeFields(fields.object("intent"), seq));
    Optional<Event.Outcome> outcome =
        data.has("outcome")
            ? Optional.of(EventReader.outcome(new TreeFields(fields.object("outcome"), seq)))
            : Optional.empty();
    return new Kept(new Past(time, intent, outcome), data.path("seq").asLong());
  }
}
