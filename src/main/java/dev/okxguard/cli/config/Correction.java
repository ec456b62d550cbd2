package dev.okxguard.cli.config;

import dev.okxguard.config.NewProfile;
import dev.okxguard.console.Console;
import dev.okxguard.console.Printable;
import dev.okxguard.console.Questions;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.List;
import java.util.Set;

/// What a person does about a key that the exchange did not take.
record Correction(Console console, ProfileInterview interview) {
  private static final List<String> WORDS =
      List.of("key", "site", "environment", "again", "nothing");

  /// What another key, site, environment or attempt may mend.
  private static final Set<ExitCode> MENDABLE =
      Set.of(ExitCode.AUTH, ExitCode.REJECTED, ExitCode.UNREACHABLE, ExitCode.BUSY);

  /// The profile to try next.
  ///
  /// @throws Fault the refusal, when the person gives up or nothing asked here would help
  NewProfile of(NewProfile profile, Fault refusal) {
    if (!MENDABLE.contains(refusal.exitCode())) {
      throw refusal;
    }
    console.err().println("Not accepted: " + Printable.clean(refusal.getMessage()));
    console.err().println("Hint: " + Printable.clean(refusal.hint()));
    List<String> words = words(profile);
    String likely = likely(refusal);
    String word =
        new Questions(console)
            .choice(
                "Correct which, try again, or write nothing",
                words,
                words.contains(likely) ? likely : "again");
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
