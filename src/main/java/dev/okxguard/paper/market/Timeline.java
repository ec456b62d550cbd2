package dev.okxguard.paper.market;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Which prices of one instrument somebody set, and since when. Between a clearing and the next
/// setting the path rules.
final class Timeline {
  /// Older settings are forgotten, so that the state stays small.
  static final int MOST = 5_000;

  /// Prices in force; mark and index follow last unless they were set apart.
  record Setting(BigDecimal last, Optional<BigDecimal> mark, Optional<BigDecimal> index) {
    Market.Prices prices() {
      return new Market.Prices(last, mark.orElse(last), index.orElse(last));
    }
  }

  /// A stretch in which one setting, or none, is in force; both ends included.
  record Stretch(Instant from, Instant to, Optional<Setting> setting) {}

  private final NavigableMap<Instant, Optional<Setting>> changes = new TreeMap<>();

  /// Puts a setting, or the path, in force from that instant on.
  void put(Instant since, Optional<Setting> setting) {
    changes.put(since, setting);
    while (changes.size() > MOST) {
      changes.pollFirstEntry();
    }
  }

  /// Forgets everything after that instant.
  void cut(Instant after) {
    changes.tailMap(after, false).clear();
  }

  Optional<Setting> at(Instant at) {
    return Optional.ofNullable(changes.floorEntry(at)).flatMap(Map.Entry::getValue);
  }

  /// The stretches from `from` to `to`, in order, without gap.
  List<Stretch> stretches(Instant from, Instant to) {
    List<Stretch> result = new ArrayList<>();
    Instant start = from;
    Optional<Setting> setting = at(from);
    for (var change : changes.subMap(from, false, to, true).entrySet()) {
      result.add(new Stretch(start, change.getKey().minusNanos(1), setting));
      start = change.getKey();
      setting = change.getValue();
    }
    result.add(new Stretch(start, to, setting));
    return result;
  }

  ArrayNode save() {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    changes.forEach(
        (since, setting) -> save(rows.addObject().put("since", since.toString()), setting));
    return rows;
  }

  private static void save(ObjectNode row, Optional<Setting> change) {
    change.ifPresent(
        setting -> {
          row.put("last", Decimals.text(setting.last()));
          setting.mark().ifPresent(mark -> row.put("mark", Decimals.text(mark)));
          setting.index().ifPresent(index -> row.put("index", Decimals.text(index)));
        });
  }

  static Timeline restore(JsonNode rows) {
    Timeline timeline = new Timeline();
    for (JsonNode row : rows) {
      Optional<Setting> setting =
          decimal(row, "last")
              .map(last -> new Setting(last, decimal(row, "mark"), decimal(row, "index")));
      timeline.put(Instant.parse(row.path("since").asString()), setting);
    }
    return timeline;
  }

  private static Optional<BigDecimal> decimal(JsonNode row, String name) {
    return row.has(name)
        ? Optional.of(new BigDecimal(row.path(name).asString()))
        : Optional.empty();
  }
}
