package dev.okxguard.console;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Questions to a person at a terminal, asked again until the answer will do. What was answered is
/// never repeated: it may be a secret that went into the wrong line. Each throws a [Fault] of kind
/// INTERRUPTED when the input ends.
public record Questions(Console console) {

  /// The answer, or what stands in brackets when it is empty.
  public String answer(String question, String proposal) {
    String asked = proposal.isEmpty() ? question : question + " [" + proposal + "]";
    String answer = console.ask(asked + ": ").orElseThrow(Questions::ended);
    return answer.isBlank() ? proposal : answer.strip();
  }

  /// The same until nothing is wrong with it.
  ///
  /// @param problem what is wrong with an answer, empty when nothing is
  public String answer(
      String question, String proposal, Function<String, Optional<String>> problem) {
    while (true) {
      String answer = answer(question, proposal);
      Optional<String> wrong = problem.apply(answer);
      if (wrong.isEmpty()) {
        return answer;
      }
      console.err().println(wrong.get());
    }
  }

  /// One of those words.
  public String choice(String question, List<String> words, String proposal) {
    String told = String.join(", ", words);
    return answer(
        question + " (" + told + ")",
        proposal,
        answer ->
            words.contains(answer) ? Optional.empty() : Optional.of("it must be one of " + told));
  }

  /// What is typed without being shown, until nothing is wrong with it.
  public String hidden(String question, Function<String, Optional<String>> problem) {
    while (true) {
      console.err().flush();
      char[] typed =
          console.hidden().apply(question + " (not shown): ").orElseThrow(Questions::ended);
      String answer = new String(typed);
      Arrays.fill(typed, ' ');
      Optional<String> wrong = problem.apply(answer);
      if (wrong.isEmpty()) {
        return answer;
      }
      console.err().println(wrong.get());
    }
  }

  private static Fault ended() {
    return new Fault(ExitCode.INTERRUPTED, "no answer; nothing was written", "");
  }
}
