package dev.okxguard.cli.config;

import dev.okxguard.config.ConfigTarget;
import dev.okxguard.config.Flags;
import dev.okxguard.config.NewProfile;
import dev.okxguard.config.Site;
import dev.okxguard.console.Console;
import dev.okxguard.console.Questions;
import dev.okxguard.model.Credentials;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The questions behind a profile. What the command line says is not asked again. Each question may
/// end in a fault of kind INTERRUPTED, when the input does.
final class ProfileInterview {
  private static final String DEMO = Environment.DEMO.word();
  private static final String LIVE = Environment.LIVE.word();

  private final Console console;
  private final Questions questions;
  private final Flags flags;
  private final Optional<URI> baseUrl;

  ProfileInterview(Console console, Flags flags, Optional<URI> baseUrl) {
    this.console = console;
    this.questions = new Questions(console);
    this.flags = flags;
    this.baseUrl = baseUrl;
  }

  NewProfile hold(ConfigTarget target) {
    console.err().println("An empty answer takes what stands in brackets. Ctrl-C writes nothing.");
    String name = flags.profile().orElseGet(() -> name(target));
    boolean demo = flags.environment().map(it -> it == Environment.DEMO).orElseGet(this::demo);
    Site site = baseUrl.isPresent() ? Site.GLOBAL : site();
    Credentials key = key();
    boolean readOnly = flags.readOnly() || readOnly();
    return new NewProfile(name, key, demo, site, baseUrl, readOnly);
  }

  private String name(ConfigTarget target) {
    String proposal = target.taken("default").isEmpty() ? "default" : "";
    return questions.answer(
        "Name of the profile",
        proposal,
        name -> NewProfile.problemOfName(name).or(() -> target.taken(name).map(Fault::getMessage)));
  }

  boolean demo() {
    return questions
        .choice("Demo trading, or real money with a live key", List.of(DEMO, LIVE), DEMO)
        .equals(DEMO);
  }

  Site site() {
    Stream.of(Site.values())
        .map(it -> "  %-6s  you log in at %s".formatted(it.word(), it.web()))
        .forEach(console.err()::println);
    List<String> words = Stream.of(Site.values()).map(Site::word).toList();
    String word = questions.choice("Site where the key was made", words, Site.GLOBAL.word());
    return Site.of(word).orElseThrow();
  }

  Credentials key() {
    return new Credentials(
        hidden("API key", String::strip),
        hidden("Secret key", String::strip),
        hidden("Passphrase of the key", UnaryOperator.identity()));
  }

  /// @param clean for what OKX makes without spaces, so that one at an end came with the copy
  private Secret hidden(String question, UnaryOperator<String> clean) {
    String typed =
        questions.hidden(question, it -> NewProfile.problemOf(new Secret(clean.apply(it))));
    return new Secret(clean.apply(typed));
  }

  private boolean readOnly() {
    return questions
        .choice("Read-only, so that nothing that writes is sent", List.of("yes", "no"), "no")
        .equals("yes");
  }
}
