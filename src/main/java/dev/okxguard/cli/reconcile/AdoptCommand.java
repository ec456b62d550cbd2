package dev.okxguard.cli.reconcile;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Person;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.reconcile.Adoption;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Takes the account as it is for what it should be. Only a person can.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "adopt",
    description = {
      "take the account as it is now for what it should be; only a person at a terminal can",
      "Shows positions, cash, waiting orders and stops first, and what differs. Known from then on"
          + " are also orders placed elsewhere. It lifts no halt: okx guard resume does."
    },
    footer = {
      "okx --demo reconcile adopt",
      "okx --live reconcile adopt --reason 'closed by hand in the app'"
    })
final class AdoptCommand extends BaseCommand {
  /// For each of the two looks, before the person reads and after.
  private static final Duration MAX_TIME = Duration.ofSeconds(60);

  @Spec private CommandSpec spec;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why; asked for when missing")
  private String reason;

  @Override
  protected Report run(Session session) {
    mustStandAlone();
    session.writeEnvironment();
    session.person().mustBePresent("adopt");
    Adoption adoption = new Adoption(Sources.of(session));
    Adoption.Proposal proposal = adoption.propose(MAX_TIME);
    mustBeSettled(proposal, session);
    AdoptionView view = new AdoptionView(proposal, session);
    Person.Act act =
        new Person.Act("adopt", session.environment().word(), proposal.uid(), view.lines());
    Person.Consent consent = session.person().consent(act, Optional.ofNullable(reason));
    adoption.adopt(proposal, consent.reason(), consent.user(), MAX_TIME);
    ObjectNode json = view.json(consent);
    return Report.of(
        json,
        page ->
            page.line(
                page.palette().good("adopted")
                    + "  "
                    + session.environment().word()
                    + " account "
                    + proposal.uid()
                    + " as of "
                    + json.path("asOf").asString()));
  }

  /// Nobody shall read and type for nothing.
  private static void mustBeSettled(Adoption.Proposal proposal, Session session) {
    if (!proposal.openIntents().isEmpty()) {
      throw new Fault(
          ExitCode.UNKNOWN,
          proposal.openIntents().size()
              + " earlier writes have an unknown outcome; what they come to cannot be adopted yet",
          "ask what became of them first: okx --"
              + session.environment().word()
              + " order resolve");
    }
  }

  /// Options of the comparison would be ignored here, and one of them halts.
  private void mustStandAlone() {
    spec.parent().options().stream()
        .filter(option -> !option.inherited())
        .map(option -> option.longestName())
        .filter(name -> spec.parent().commandLine().getParseResult().hasMatchedOption(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new ParameterException(
                  spec.commandLine(), name + " goes with 'okx reconcile' itself, not with adopt");
            });
  }
}
