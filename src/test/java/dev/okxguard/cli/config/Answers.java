package dev.okxguard.cli.config;

import dev.okxguard.model.Credentials;
import dev.okxguard.testing.Commands;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Somebody who answers the wizard's questions by their words.
final class Answers implements UnaryOperator<String> {
  private final Map<String, Deque<String>> answers = new LinkedHashMap<>();
  private final Map<String, Runnable> before = new LinkedHashMap<>();
  private int read;
  private int given;
  private int patience = Integer.MAX_VALUE;

  /// Somebody who has that key, takes every proposal and agrees.
  static Answers of(Credentials key) {
    return new Answers()
        .say("API key", key.apiKey().reveal())
        .say("Secret key", key.secretKey().reveal())
        .say("Passphrase", key.passphrase().reveal())
        .say("Type write", "write")
        .say("Correct which", "nothing");
  }

  /// Answers such a question so, each time with the next; the last goes on.
  Answers say(String question, String... lines) {
    answers.put(question, new ArrayDeque<>(List.of(lines)));
    return this;
  }

  Answers before(String question, Runnable action) {
    before.put(question, action);
    return this;
  }

  /// Somebody who presses Ctrl-D instead of giving one answer more.
  Answers endingAfter(int answers) {
    patience = answers;
    return this;
  }

  @Override
  public String apply(String said) {
    String question = said.substring(read);
    read = said.length();
    if (given++ == patience) {
      return Commands.END;
    }
    before.forEach((words, action) -> when(question.contains(words), action));
    return answers.entrySet().stream()
        .filter(entry -> question.contains(entry.getKey()))
        .map(
            entry -> entry.getValue().size() > 1 ? entry.getValue().pop() : entry.getValue().peek())
        .findFirst()
        .orElse("");
  }

  private static void when(boolean due, Runnable action) {
    if (due) {
      action.run();
    }
  }
}
