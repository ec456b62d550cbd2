package dev.okxguard.cli;

import dev.okxguard.config.Invoker;
import dev.okxguard.console.Console;
import dev.okxguard.console.Printable;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The one gate of what only a person may do: loosen, resume, promote. Whoever passes sits at a
/// terminal, has read what is about to happen, and has typed a phrase that nobody could have known
/// before. No option skips it.
///
/// @param invoker who runs the command
/// @param random source of the code
/// @param yes whether `-y` was given
public record Person(
    Console console, Invoker invoker, StateDirectory state, RandomGenerator random, boolean yes) {
  private static final int LETTERS = 4;

  /// Letters that nobody mistakes for another.
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LONGEST_REASON = 500;

  /// What a person is asked to agree to.
  ///
  /// @param action one word, for example `resume`
  /// @param environment where, or `all`
  /// @param uid the account, or `accounts`
  /// @param shown what must be known before, a line each
  public record Act(String action, String environment, String uid, List<String> shown) {
    public Act {
      shown = List.copyOf(shown);
    }

    String phrase(String code) {
      return action + " " + environment + " " + uid + " " + code;
    }
  }

  /// A person's word.
  ///
  /// @param reason why, in that person's words; never blank
  /// @param user the name on this machine
  public record Consent(String reason, String user) {}

  /// Shows what is about to happen, has the phrase typed and the reason told. Everything is said on
  /// standard error, so that standard output holds the result alone.
  ///
  /// @param reason given on the command line, if it was
  /// @throws Fault DENIED when there is no person, or none who agrees
  public Consent consent(Act act, Optional<String> reason) {
    mustBePresent(act.action());
    act.shown().stream().map(Printable::clean).forEach(console.err()::println);
    String phrase = act.phrase(code());
    console.err().println("To go on, type exactly:  " + phrase);
    if (!console.ask("> ").filter(phrase::equals).isPresent()) {
      throw refused("what was typed is not the phrase; nothing was changed", act.action());
    }
    String why = clean(reason.or(() -> console.ask("Reason, for the record: ")).orElse(""));
    if (why.isEmpty()) {
      throw refused("no reason was given; nothing was changed", act.action());
    }
    return new Consent(why, invoker.name());
  }

  /// Whether anybody is there who may do it at all.
  ///
  /// @param action one word, for example `resume`
  /// @throws Fault DENIED when there is none
  public void mustBePresent(String action) {
    if (yes) {
      throw refused("-y does not stand for a person here", action);
    }
    if (!console.terminal()) {
      throw refused("standard input and output must be a terminal with a person at it", action);
    }
    if (!invoker.maySpeakFor(state.root(), state.anchor())) {
      throw refused(
          "sudo was called by a user who owns neither machine nor state directory", action);
    }
  }

  private String code() {
    return random
        .ints(LETTERS, 0, ALPHABET.length())
        .mapToObj(index -> ALPHABET.substring(index, index + 1))
        .reduce("", String::concat);
  }

  /// On one line, as the journal and the terminal can take it.
  private static String clean(String reason) {
    String line = reason.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.substring(0, Math.min(LONGEST_REASON, line.length()));
  }

  private static Fault refused(String why, String action) {
    return new Fault(
        ExitCode.DENIED,
        why,
        "a person must run '"
            + action
            + "' on a terminal, as the owner of the state directory, and type the phrase it shows");
  }
}
