package dev.okxguard.config;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Takes the credentials from one source: the profile when `--profile` named it, else the
/// environment when it holds any part, else the profile that was chosen some other way.
///
/// @param explicit whether `--profile` was given
/// @param profile the chosen profile
/// @param looked the places that were looked at, for a message
record CredentialFinder(Variables variables, boolean explicit, Profile profile, String looked) {
  /// A text with a control character other than a tab.
  private static final Pattern UNPRINTABLE =
      Pattern.compile("(?s).*[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f].*");

  /// The credentials, complete and from one source.
  ///
  /// @throws Fault `AUTH` when there are none, `CONFIG` when they are partial or contradictory
  Credentials find() {
    Map<Part, List<Sourced<Secret>>> found = candidates();
    if (found.isEmpty()) {
      throw missing();
    }
    refusePartial(found);
    found.forEach((part, values) -> refuseUnusable(part, values));
    return new Credentials(
        found.get(Part.API_KEY).getFirst().value(),
        found.get(Part.SECRET_KEY).getFirst().value(),
        found.get(Part.PASSPHRASE).getFirst().value());
  }

  /// What was found, without judging it: part by part, all that name it. Parts nobody names are
  /// absent.
  Map<Part, List<Sourced<Secret>>> candidates() {
    Map<Part, List<Sourced<Secret>>> environment = environment();
    return explicit || environment.isEmpty() ? profiled() : environment;
  }

  private Map<Part, List<Sourced<Secret>>> environment() {
    Map<Part, List<Sourced<Secret>>> found = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      for (String name : part.variables()) {
        variables
            .raw(name)
            .map(text -> new Sourced<>(new Secret(text.value()), text.source()))
            .ifPresent(it -> found.computeIfAbsent(part, _ -> new ArrayList<>()).add(it));
      }
    }
    return found;
  }

  private Map<Part, List<Sourced<Secret>>> profiled() {
    Map<Part, List<Sourced<Secret>>> found = new EnumMap<>(Part.class);
    profile
        .secrets()
        .forEach((part, it) -> found.put(part, List.of(new Sourced<>(it, profile.title()))));
    return found;
  }

  private Fault missing() {
    String ignored =
        environment().isEmpty()
            ? ""
            : "; the environment's are not used, since --profile was given";
    return new Fault(
        ExitCode.AUTH,
        "no credentials: looked at " + looked + ignored,
        "Set OKX_API_KEY, OKX_API_SECRET and OKX_PASSPHRASE, or add a profile: `okx config init`.");
  }

  private static void refusePartial(Map<Part, List<Sourced<Secret>>> found) {
    List<Part> missing =
        Arrays.stream(Part.values()).filter(part -> !found.containsKey(part)).toList();
    if (missing.isEmpty()) {
      return;
    }
    List<String> sources =
        found.values().stream().flatMap(List::stream).map(Sourced::source).distinct().toList();
    boolean variables =
        Arrays.stream(Part.values())
            .flatMap(p -> p.variables().stream())
            .anyMatch(sources::contains);
    String names =
        missing.stream()
            .map(part -> variables ? String.join(" or ", part.variables()) : part.key())
            .collect(Collectors.joining(", "));
    throw new Fault(
        ExitCode.CONFIG,
        "incomplete credentials: " + String.join(", ", sources) + " lacks " + names,
        "Give all three parts in one place; sources are never mixed.");
  }

  private static void refuseUnusable(Part part, List<Sourced<Secret>> values) {
    for (Sourced<Secret> it : values) {
      String name = name(part, it);
      if (it.value().isEmpty()) {
        throw new Fault(
            ExitCode.CONFIG, name + " is set but empty", "Give it a value or remove it.");
      }
      if (it.value().matches(UNPRINTABLE)) {
        throw new Fault(
            ExitCode.CONFIG,
            name + " holds a line break or another control character, which no key has",
            "Copy it again, without the line's end.");
      }
    }
    if (values.stream().map(Sourced::value).distinct().count() > 1) {
      String names = values.stream().map(Sourced::source).collect(Collectors.joining(" and "));
      throw new Fault(ExitCode.CONFIG, names + " are both set and differ", "Unset one of them.");
    }
  }

  private static String name(Part part, Sourced<Secret> it) {
    return part.variables().contains(it.source()) ? it.source() : it.source() + " " + part.key();
  }

  /// Warnings about values that look like a template's.
  List<String> warnings() {
    return candidates().entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(it -> Quoting.placeholder(it.value()))
                    .map(it -> name(entry.getKey(), it) + " looks like a placeholder"))
        .toList();
  }

  /// How a part is shown: whether it is set, and where.
  Setting shown(Part part) {
    Optional<List<Sourced<Secret>>> values = Optional.ofNullable(candidates().get(part));
    return values
        .map(it -> new Setting(part.key(), "set", it.getFirst().source()))
        .orElseGet(() -> new Setting(part.key(), "not set", "-"));
  }
}
