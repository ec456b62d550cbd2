package dev.okxguard.okx;

import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transmission.Answered;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is known about each of several writes after their one transmission. Each item of the answer
/// belongs to the write whose id it echoes; where it echoes none, its place decides, provided that
/// every write has an item. A write without an item of its own is unknown.
record BatchVerdict(Write write, List<ObjectNode> sent, Scrub scrub) {
  private static final List<String> IDS = List.of("clOrdId", "ordId", "algoClOrdId", "algoId");

  WriteReplies of(Transmission transmission) {
    return new WriteReplies(
        IntStream.range(0, sent.size()).mapToObj(i -> of(i, transmission)).toList());
  }

  private WriteReply of(int index, Transmission transmission) {
    WriteVerdict verdict = new WriteVerdict(write.alone(), sent.get(index), scrub);
    if (!(transmission instanceof Answered answer)) {
      return verdict.of(transmission);
    }
    return Envelope.read(answer.body())
        .filter(_ -> !WriteVerdict.redirect(answer))
        .map(all -> verdict.of(only(index, all), answer))
        .orElseGet(() -> verdict.of(transmission));
  }

  /// The answer as it would be, were this write alone.
  private Envelope only(int index, Envelope all) {
    var data = Json.array();
    item(index, all.data()).ifPresent(data::add);
    return new Envelope(all.code(), all.msg(), data);
  }

  private Optional<JsonNode> item(int index, JsonNode data) {
    List<JsonNode> echoing =
        data.values().stream().filter(item -> echoes(item, sent.get(index))).toList();
    if (!echoing.isEmpty()) {
      return echoing.size() == 1 ? Optional.of(echoing.getFirst()) : Optional.empty();
    }
    boolean complete = data.size() == sent.size();
    return Optional.of(data.path(index)).filter(item -> complete && !named(item));
  }

  private static boolean echoes(JsonNode item, ObjectNode body) {
    return IDS.stream()
        .anyMatch(id -> !text(body, id).isEmpty() && text(body, id).equals(text(item, id)));
  }

  /// Whether the item says of which of our writes it is.
  private boolean named(JsonNode item) {
    return sent.stream().anyMatch(body -> echoes(item, body));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).stringValue("");
  }
}
