package dev.okxguard.cli.config;

import dev.okxguard.config.NewProfile;
import dev.okxguard.console.Console;
import dev.okxguard.console.Printable;
import dev.okxguard.console.Questions;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.Fault;
import java.util.List;

/// What a person does about a key that the exchange did not take.
record Correction(Console console, ProfileInterview interview) {
  private static final List<String> WORDS =
      List.of("key", "site", "environment", "again", "nothing");

  /// The profile to try next.
  ///
  /// @throws Fault the refusal, when the person gives up
  NewProfile of(NewProfile profile, Fault refusal) {
    console.err().println("Not accepted: " + Printable.clean(refusal.getMessage()));
    console.err().println("Hint: " + Printable.clean(refusal.hint()));
    String word =
        new Questions(console)
            .choice("Correct which, try again, or write nothing", words(profile), likely(refusal));
    return switch (word) {
      case "key" -> profile.withKey(interview.key());
      case "site" -> profile.withSite(interview.site());
      case "environment" -> profile.withDemo(interview.demo());
      case "again" -> profile;
      default -> throw given(refusal);
    };
  }

  /// A server of one's own has no sites.
  private static List<String> words(NewProfile profile) {
    return WORDS.stream()
        .filter(word -> profile.baseUrl().isEmpty() || !word.equals("site"))
        .toList();
  }

  private static String likely(Fault refusal) {
    return switch (refusal.exchange().map(ExchangeError::code).orElse("")) {
      case "50101" -> "environment";
      case "50105", "50111", "50113" -> "key";
      case "50119" -> "site";
      default -> "again";
    };
  }

  private static Fault given(Fault refusal) {
    return new Fault(
        refusal.exitCode(),
        refusal.getMessage() + "; nothing was written",
        refusal.hint(),
        refusal.exchange());
  }
}
