package dev.okxguard.config;

import dev.okxguard.guard.Policy.RequireStop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/// Writes policy files: every key with its meaning, the chosen values in place of the defaults.
public final class PolicyTemplate {
  private static final String HEAD =
      """
      # Limits for okx. The strictest of /etc/okx/guard.toml, ~/.okx/guard.toml and OKX_GUARD counts.
      # A stricter value holds at once; a looser one waits, see loosen_delay.
      # A max_ limit has no off, only a large value.
      """;

  private static final String STATE_DIR =
      "# state_dir = \"/var/lib/okx-guard\"  # in /etc/okx/guard.toml: nothing moves the state";

  /// What may stand without quotes; anything else is judged as the text it is.
  private static final String BARE = "[0-9]+(\\.[0-9]+)?|true|false";

  private PolicyTemplate() {}

  /// The file's text.
  ///
  /// @param answers by dotted key, as people type them: a number, a word, names set apart by commas
  public static String text(Map<String, String> answers) {
    StringBuilder text = new StringBuilder(HEAD);
    for (String section : PolicyFile.SECTIONS) {
      text.append("\n[").append(section).append("]\n");
      PolicyKeys.enforced().stream()
          .filter(key -> key.section().equals(section))
          .forEach(key -> text.append(line(key, answers)).append("\n"));
      if (section.equals("policy")) {
        text.append(STATE_DIR).append("\n");
      }
    }
    return text.toString();
  }

  /// What is wrong with an answer; empty when a policy may say so.
  public static Optional<String> problem(String dotted, String answer) {
    PolicyKey<?> key = key(dotted);
    if (answer.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("it must be printable text");
    }
    TomlParseResult parsed =
        Toml.parse("[" + key.section() + "]\n" + key.name() + " = " + literal(key, answer) + "\n");
    if (parsed.hasErrors()) {
      return Optional.of("it must be a plain value");
    }
    Item item =
        new Reading.Document(Path.of(""), "", parsed).items(List.of(key.section())).getFirst();
    try {
      Object _ = key.parse().apply(item);
      return Optional.empty();
    } catch (Invalid e) {
      return Optional.of(e.getMessage());
    }
  }

  private static PolicyKey<?> key(String dotted) {
    return PolicyKeys.enforced().stream()
        .filter(it -> it.dotted().equals(dotted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no policy key " + dotted));
  }

  private static String line(PolicyKey<?> key, Map<String, String> answers) {
    String value =
        answers.containsKey(key.dotted()) ? literal(key, answers.get(key.dotted())) : literal(key);
    return key.name() + " = " + value + "  # " + PolicyComments.of(key);
  }

  private static String literal(PolicyKey<?> key) {
    return switch (key.fallback()) {
      case Names names -> array(names.allowed().stream().sorted().toList());
      case AlertKeys.Webhooks _ -> quoted("");
      case AlertKeys.Commands _ -> "[]";
      case AlertKeys.Kinds kinds ->
          array(kinds.all().stream().sorted().map(kind -> kind.word()).toList());
      case RequireStop _, Duration _ -> quoted(key.shown(key.fallback()));
      default -> key.shown(key.fallback());
    };
  }

  private static String literal(PolicyKey<?> key, String answer) {
    return switch (key.fallback()) {
      case Names _, AlertKeys.Commands _, AlertKeys.Kinds _ ->
          array(Stream.of(answer.split("[,\\s]+")).filter(it -> !it.isEmpty()).toList());
      case RequireStop _, Duration _, AlertKeys.Webhooks _ -> quoted(answer.strip());
      default -> answer.strip().matches(BARE) ? answer.strip() : quoted(answer.strip());
    };
  }

  private static String array(Collection<String> items) {
    return items.stream().map(PolicyTemplate::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
