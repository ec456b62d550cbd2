package dev.okxguard.cli.guard;

import dev.okxguard.cli.Person;
import dev.okxguard.cli.Session;
import dev.okxguard.config.EffectivePolicy;
import dev.okxguard.config.Limit;
import dev.okxguard.config.PolicyMemory;
import dev.okxguard.config.Waiting;
import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.JournalPlace;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts what the policy files say in force on one account at once, at a person's word.
///
/// @param uid the account
record Loosening(Session session, Environment environment, String uid) {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// Whether anything waits there, or what was remembered cannot be used.
  boolean due() {
    EffectivePolicy inForce = session.limits();
    return !inForce.waiting().isEmpty() || !doubts(inForce).isEmpty();
  }

  /// What a person is to know before.
  private List<String> shown(EffectivePolicy inForce) {
    List<String> lines = new ArrayList<>();
    lines.add("Looser limits for the " + environment.word() + " account " + uid + ", at once:");
    for (Waiting waiting : inForce.waiting()) {
      lines.add(
          "  %s: %s -> %s".formatted(waiting.key(), value(inForce, waiting), waiting.value()));
    }
    List<String> doubts = doubts(inForce);
    if (!doubts.isEmpty()) {
      lines.addAll(doubts);
      lines.add("What the files say is taken as it is:");
      session.declared().limits().stream()
          .filter(limit -> !limit.source().equals("default"))
          .forEach(limit -> lines.add("  " + limit.key() + " = " + limit.value()));
    }
    return lines;
  }

  private static String value(EffectivePolicy policy, Waiting waiting) {
    return policy.limits().stream()
        .filter(limit -> limit.key().equals(waiting.key()))
        .map(Limit::value)
        .findFirst()
        .orElse("");
  }

  /// Problems of the memory, which a person's word mends; those of the files it does not.
  private List<String> doubts(EffectivePolicy inForce) {
    List<String> files = session.declared().policy().problems();
    return inForce.policy().problems().stream().filter(it -> !files.contains(it)).toList();
  }

  /// Asks the person and does it.
  ///
  /// @param reason given already, if it was
  /// @return the digest of the policy in force from now on
  /// @throws Fault DENIED when there is no person or none who agrees, CONFIG when the files have
  ///   problems, changed meanwhile, or the journal cannot be written, BUSY when another command
  ///   keeps the account
  String run(Optional<String> reason) {
    EffectivePolicy before = session.limits();
    String read = session.declared().policy().digest();
    Person.Consent consent =
        session
            .person()
            .consent(new Person.Act("loosen", environment.word(), uid, shown(before)), reason);
    EffectivePolicy files = session.declared();
    if (!files.policy().digest().equals(read)) {
      throw new Fault(
          ExitCode.CONFIG,
          "the policy files changed meanwhile; nothing was loosened",
          "look again");
    }
    return confirm(before, files, consent);
  }

  private String confirm(EffectivePolicy before, EffectivePolicy files, Person.Consent consent) {
    StateDirectory state = session.state();
    try (AccountLock _ =
            AccountLock.acquire(state.lock(environment, uid), PATIENCE, session.time());
        Journal journal = Journal.open(state.journal(environment, uid), session.time())) {
      journal.append(
          new Event.Note(
              "loosened",
              "by %s: %s; policy %s -> %s"
                  .formatted(
                      consent.user(),
                      consent.reason(),
                      before.policy().digest(),
                      files.policy().digest())));
      new JournalPlace(state, environment, uid).keep();
      return PolicyMemory.in(state.lock(environment, uid)).confirm(files).policy().digest();
    }
  }
}
