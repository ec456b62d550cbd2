package dev.okxguard.config;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One table of the configuration file, read strictly: each complaint is a `CONFIG` fault that
/// names key, line and column.
record Section(Reading.Document document, List<String> path) {

  /// Refuses every key that is not known.
  void only(List<String> known) {
    for (Item item : document.items(path)) {
      if (!known.contains(item.key())) {
        throw new Fault(
            ExitCode.CONFIG,
            item.place() + ": unknown key" + Suggestion.text(item.key(), known),
            "Valid here: " + String.join(", ", known) + ".");
      }
    }
  }

  Optional<Item> item(String key) {
    return document.items(path).stream().filter(item -> item.key().equals(key)).findFirst();
  }

  <T> Optional<T> value(String key, Function<Item, T> meaning) {
    return item(key)
        .map(
            item -> {
              try {
                return meaning.apply(item);
              } catch (Invalid e) {
                throw item.fault(e);
              }
            });
  }

  <T> Optional<T> text(String key, Function<String, T> meaning) {
    return value(key, item -> meaning.apply(item.text()));
  }

  Optional<Boolean> flag(String key) {
    return value(key, Item::flag);
  }

  /// How the section is called in a list of sources.
  String title() {
    String file = String.valueOf(document.path().getFileName());
    return path.isEmpty() ? file : file + " [" + String.join(".", path) + "]";
  }
}
