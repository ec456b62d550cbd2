package dev.okxguard.config;

import dev.okxguard.model.Alarm;
import dev.okxguard.model.Secret;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys of `[alerts]`. The stricter of two values is both together: whoever may add a file can
/// add an alert, and silence none.
final class AlertKeys {
  static final PolicyKey<Webhooks> WEBHOOK =
      new PolicyKey<>(
          "alerts",
          "webhook",
          Webhooks.class,
          item -> new Webhooks(WebhookUrl.parse(item.text()).stream().toList()),
          (a, b) -> new Webhooks(union(a.urls, b.urls)),
          Webhooks::toString,
          new Webhooks(List.of()));

  static final PolicyKey<Commands> COMMAND =
      new PolicyKey<>(
          "alerts",
          "command",
          Commands.class,
          AlertKeys::commands,
          (a, b) -> new Commands(union(a.all, b.all)),
          Commands::toString,
          new Commands(List.of()));

  static final PolicyKey<Kinds> ON =
      new PolicyKey<>(
          "alerts",
          "on",
          Kinds.class,
          AlertKeys::kinds,
          (a, b) -> Kinds.of(union(a.all, b.all)),
          Kinds::toString,
          Kinds.of(EnumSet.complementOf(EnumSet.of(Alarm.Kind.TEST))));

  private AlertKeys() {}

  static AlertSettings settings(Stated stated) {
    return new AlertSettings(stated.get(WEBHOOK).urls, stated.get(COMMAND).all, stated.get(ON).all);
  }

  /// Whether those values name somebody to be told.
  static boolean channel(Stated stated) {
    return !stated.get(WEBHOOK).urls.isEmpty() || !stated.get(COMMAND).all.isEmpty();
  }

  private static Commands commands(Item item) {
    List<String> line = PolicyValues.texts(item);
    if (line.isEmpty()) {
      return new Commands(List.of());
    }
    // Found by PATH, or from wherever a command runs, it would be the caller's choice.
    if (!line.getFirst().startsWith("/")) {
      throw new Invalid("it must begin with the program's absolute path");
    }
    Ownership.mustBeOurs(item.document().path());
    return new Commands(List.of(new AlertCommand(line)));
  }

  private static Kinds kinds(Item item) {
    List<String> known =
        Arrays.stream(Alarm.Kind.values())
            .map(Alarm.Kind::word)
            .filter(word -> Alarm.Kind.of(word).isPresent())
            .toList();
    List<String> words = PolicyValues.texts(item);
    if (!known.containsAll(words)) {
      throw new Invalid("it must be a list of " + String.join(", ", known));
    }
    return Kinds.of(words.stream().flatMap(word -> Alarm.Kind.of(word).stream()).toList());
  }

  private static <T> List<T> union(Collection<T> a, Collection<T> b) {
    return List.copyOf(
        Stream.concat(a.stream(), b.stream()).collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /// The URLs, of which only the number is shown.
  record Webhooks(List<Secret> urls) {
    @Override
    public String toString() {
      return shown(urls.stream().map(Secret::toString));
    }
  }

  /// The programs.
  record Commands(List<AlertCommand> all) {
    @Override
    public String toString() {
      return shown(all.stream().map(AlertCommand::toString).sorted());
    }
  }

  /// The kinds.
  record Kinds(Set<Alarm.Kind> all) {
    static Kinds of(Collection<Alarm.Kind> kinds) {
      return new Kinds(Set.copyOf(kinds));
    }

    @Override
    public String toString() {
      return shown(all.stream().sorted().map(Alarm.Kind::word));
    }
  }

  private static String shown(Stream<String> parts) {
    String text = parts.collect(Collectors.joining(", "));
    return text.isEmpty() ? "none" : text;
  }
}
