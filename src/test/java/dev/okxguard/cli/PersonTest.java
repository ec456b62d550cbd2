package dev.okxguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.config.Invoker;
import dev.okxguard.console.Console;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Only a person at a terminal who reads and types passes the gate.
class PersonTest {
  private static final Person.Act ACT =
      new Person.Act("resume", "live", "4711", List.of("halted since noon"));

  /// What the seeded generator makes of the code.
  private static final long SEED = 5;

  @TempDir Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Person person(Reader in, boolean terminal, boolean yes, Map<String, String> env) {
    Console console =
        new Console(
            new BufferedReader(in),
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(err),
            terminal,
            _ -> Optional.empty());
    StateDirectory state = new StateDirectory(home.resolve("state"));
    return new Person(console, new Invoker(env), state, new Random(SEED), yes);
  }

  private Person typing(String text, Map<String, String> env) {
    return person(new StringReader(text), true, false, env);
  }

  /// The phrase that the next question will show.
  private String phrase() {
    Person asked = person(new StringReader(""), true, false, Map.of());
    assertThatThrownBy(() -> asked.consent(ACT, Optional.empty())).isInstanceOf(Fault.class);
    String said = err.toString();
    err.getBuffer().setLength(0);
    String phrase = said.lines().filter(line -> line.contains("type exactly")).findFirst().get();
    return phrase.replaceFirst(".*type exactly: *", "");
  }

  private void refuses(Person person, String why) {
    refuses(person, why, "a person must run 'resume' on a terminal");
  }

  private void refuses(Person person, String why, String hint) {
    assertThatThrownBy(() -> person.consent(ACT, Optional.of("fine")))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.exitCode()).isEqualTo(ExitCode.DENIED);
              assertThat(fault.getMessage()).contains(why);
              assertThat(fault.hint()).contains(hint);
            });
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aPersonWhoTypesThePhraseAndAReasonPasses() {
    String phrase = phrase();
    assertThat(phrase).matches("resume live 4711 [A-Z]{4}");
    Person.Consent consent =
        typing(phrase + "\nI looked\n", Map.of()).consent(ACT, Optional.empty());
    assertThat(consent.reason()).isEqualTo("I looked");
    assertThat(consent.user()).isNotBlank();
    assertThat(err.toString()).contains("halted since noon", "type exactly", "Reason");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void nothingShownCanRewriteTheTerminal() {
    Person.Act act =
        new Person.Act("resume", "live", "4711", List.of("news\u001b[2J\rall is well"));
    assertThatThrownBy(() -> typing("", Map.of()).consent(act, Optional.empty()))
        .isInstanceOf(Fault.class);
    assertThat(err.toString()).contains("all is well").doesNotContain("\u001b", "\r");
  }

  @Test
  void aReasonOnTheCommandLineIsNotAskedForAgain() {
    String phrase = phrase();
    Person.Consent consent =
        typing(phrase + "\n", Map.of()).consent(ACT, Optional.of(" a\u001b\nb "));
    assertThat(consent.reason()).isEqualTo("a b");
    assertThat(err.toString()).doesNotContain("Reason");
  }

  @Test
  void theCodeIsAnotherEachTime() {
    Person person = typing("no\nno\n", Map.of());
    refuses(person, "not the phrase", "run it again");
    refuses(person, "not the phrase", "run it again");
    assertThat(err.toString().lines().filter(line -> line.contains("exactly")).distinct())
        .hasSize(2);
  }

  @Test
  void anythingButThePhraseIsRefused() {
    String phrase = phrase();
    for (String typed :
        List.of(
            "",
            "\n",
            "y\n",
            "yes\n",
            "resume live 4711\n",
            phrase.toLowerCase(java.util.Locale.ROOT) + "\n",
            phrase + "X\n",
            "\"" + phrase + "\"\n",
            phrase.replace("live", "demo") + "\n")) {
      refuses(typing(typed, Map.of()), "not the phrase", "run it again");
    }
  }

  @Test
  void aBlankReasonIsRefused() {
    String phrase = phrase();
    for (String reason : List.of("", "\n", "  \t\n")) {
      assertThatThrownBy(
              () -> typing(phrase + "\n" + reason, Map.of()).consent(ACT, Optional.empty()))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("no reason");
    }
  }

  @Test
  void withoutATerminalNothingIsAskedAndNothingRead() {
    Reader untouched =
        new Reader() {
          @Override
          public int read(char[] into, int from, int length) {
            throw new AssertionError("a pipe was read");
          }

          @Override
          public void close() {}
        };
    refuses(person(untouched, false, false, Map.of()), "must be a terminal");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void yesIsRefusedEvenFromAPersonWhoTypesThePhrase() {
    String phrase = phrase();
    refuses(person(new StringReader(phrase + "\n"), true, true, Map.of()), "-y");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void underSudoTheCallersRightsCount() throws IOException {
    Files.createDirectories(home.resolve("state"));
    String owner = Files.getAttribute(home.resolve("state"), "unix:uid").toString();
    String phrase = phrase();
    for (Map<String, String> caller :
        List.of(
            Map.of("SUDO_UID", "64321", "SUDO_USER", "agent"),
            Map.of("SUDO_UID", ""),
            Map.of("SUDO_UID", "0x0"),
            Map.of("SUDO_UID", "-0"),
            Map.of("SUDO_USER", "root"),
            Map.of("SUDO_COMMAND", "/usr/bin/okx"))) {
      refuses(typing(phrase + "\n", caller), "sudo");
    }
    for (String uid : List.of("0", owner)) {
      Map<String, String> caller = Map.of("SUDO_UID", uid, "SUDO_USER", "ann");
      Person.Consent consent = typing(phrase + "\n", caller).consent(ACT, Optional.of("because"));
      assertThat(consent.user()).isEqualTo("ann");
    }
  }

  @Test
  void aStateDirectoryStillToBeMadeBelongsToWhoOwnsItsParent() {
    Invoker agent = new Invoker(Map.of("SUDO_UID", "64321"));
    assertThat(agent.maySpeakFor(home.resolve("a/b/c"))).isFalse();
    assertThat(new Invoker(Map.of("SUDO_UID", "0")).maySpeakFor(home.resolve("a/b/c"))).isTrue();
    assertThat(new Invoker(Map.of()).maySpeakFor(home.resolve("a/b/c"))).isTrue();
  }
}
