package dev.okxguard.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One policy file, read key by key: what cannot be used becomes a problem, and the rest counts.
final class PolicyFile {
  static final List<String> SECTIONS =
      List.of("policy", "limits", "breakers", "require", "stage", "alerts");
  private static final String LIMITS = "limits";
  private static final String STATE_DIR = "state_dir";

  private final Map<String, Sourced<Object>> values = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private Optional<Path> stateDir = Optional.empty();

  /// What a document says; keys of `[limits]` may also stand at the top level.
  static PolicyFile of(Reading.Document document) {
    PolicyFile file = new PolicyFile();
    for (Item item : document.items(List.of())) {
      file.readTop(item);
    }
    return file;
  }

  /// No file.
  static PolicyFile empty() {
    return new PolicyFile();
  }

  /// A file that says nothing but why it cannot be used.
  static PolicyFile broken(String problem) {
    PolicyFile file = new PolicyFile();
    file.problems.add(problem);
    return file;
  }

  /// What it says. Whoever names a channel and no kinds wants to hear of all of them, whichever
  /// another file names.
  Stated stated() {
    if (AlertKeys.channel(new Stated(values))) {
      values.putIfAbsent(AlertKeys.ON.dotted(), new Sourced<>(AlertKeys.ON.fallback(), "default"));
    }
    return new Stated(values);
  }

  Optional<Path> stateDir() {
    return stateDir;
  }

  List<String> problems() {
    return problems;
  }

  private void readTop(Item item) {
    if (SECTIONS.contains(item.key())) {
      if (item.isTable()) {
        item.document().items(item.path()).forEach(it -> readKey(item.key(), it));
      } else {
        problems.add(item.place() + ": it must be a table, begun by [" + item.key() + "]");
      }
    } else if (known(LIMITS).contains(item.key())) {
      readKey(LIMITS, item);
    } else {
      List<String> known = Stream.concat(SECTIONS.stream(), known(LIMITS).stream()).toList();
      problems.add(item.place() + ": unknown key" + Suggestion.text(item.key(), known));
    }
  }

  private void readKey(String section, Item item) {
    try {
      if (section.equals("policy") && item.key().equals(STATE_DIR)) {
        stateDir = absolute(item);
        return;
      }
      Optional<PolicyKey<?>> key = enforced(section, item.key());
      if (key.isPresent()) {
        state(key.get(), item);
      } else {
        problems.add(item.place() + ": unknown key" + Suggestion.text(item.key(), known(section)));
      }
    } catch (Invalid e) {
      problems.add(item.place() + ": " + e.getMessage());
    }
  }

  private void state(PolicyKey<?> key, Item item) {
    Sourced<Object> value =
        new Sourced<>(key.parse().apply(item), item.document().path().toString());
    values.merge(
        key.dotted(),
        value,
        (a, b) -> new Sourced<>(key.strictest(a.value(), b.value()), a.source()));
  }

  private static Optional<Path> absolute(Item item) {
    if (item.text().isEmpty()) {
      return Optional.empty();
    }
    Path path = Home.path(Map.of("HOME", "/"), item.text());
    if (item.text().startsWith("~") || !path.isAbsolute()) {
      throw new Invalid("it must be an absolute path, so that nothing moves it");
    }
    return Optional.of(path.normalize());
  }

  private static Optional<PolicyKey<?>> enforced(String section, String name) {
    return PolicyKeys.enforced().stream()
        .<PolicyKey<?>>map(key -> key)
        .filter(key -> key.section().equals(section) && key.name().equals(name))
        .findFirst();
  }

  private static List<String> known(String section) {
    return Stream.of(
            PolicyKeys.enforced().stream()
                .filter(key -> key.section().equals(section))
                .map(PolicyKey::name),
            section.equals("policy") ? Stream.of(STATE_DIR) : Stream.<String>empty())
        .flatMap(it -> it)
        .toList();
  }
}
