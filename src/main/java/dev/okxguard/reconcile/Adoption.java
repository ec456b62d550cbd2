package dev.okxguard.reconcile;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.LastTold;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.Ledger;
import dev.okxguard.journal.OpenIntent;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the account as it is what it should be. In two steps, since a person reads in between; who
/// may ask for it is the caller's business.
public final class Adoption {
  /// The topic of the note that goes with an adoption.
  static final String TOPIC = "adopted";

  private final Source source;

  public Adoption(Source source) {
    this.source = source;
  }

  /// What would be adopted.
  ///
  /// @param differences to the books so far, none where there are none
  /// @param openIntents writes whose fate is not known; while there are any nothing is adopted
  /// @param problems why differences are not known besides those of the modes, one line each
  public record Proposal(
      String uid,
      Actual actual,
      List<Difference> differences,
      List<OpenIntent> openIntents,
      List<String> problems) {
    public Proposal {
      differences = List.copyOf(differences);
      openIntents = List.copyOf(openIntents);
      problems = List.copyOf(problems);
    }
  }

  /// Reads the account and holds it against the books so far. Changes nothing but counts on.
  ///
  /// @throws Fault UNREACHABLE when the account could not be read or did not stand still, BUSY when
  ///   a reconciliation is under way, FINDINGS or CONFIG when the journal cannot be used
  public Proposal propose(Duration maxTime) {
    Deadline deadline = Deadline.in(maxTime, source.time());
    Site site = Opening.site(source, deadline);
    try (AccountLock _ = site.only()) {
      new Settling(source, deadline).run();
      return compared(site, Deadline.in(deadline.left().dividedBy(2), source.time()), deadline);
    }
  }

  /// What cannot be counted any more, or would take too long, must not keep a person from adopting.
  private Proposal compared(Site site, Deadline half, Deadline deadline) {
    try {
      return compared(site, half);
    } catch (Fault fault) {
      if (fault.exitCode() != ExitCode.UNREACHABLE) {
        throw fault;
      }
      return seen(site, deadline, fault.getMessage());
    }
  }

  private Proposal compared(Site site, Deadline deadline) {
    Count count = Opening.count(site, deadline);
    new Sync(site, deadline, count).run();
    InBooks yardstick = new InBooks(site, deadline, count);
    try (AccountJournal journal = AccountJournal.enter(site, deadline)) {
      StableRead.Look look = look(site, deadline, yardstick.since());
      Compared compared = yardstick.compare(look, journal);
      return new Proposal(
          site.uid(), look.actual(), compared.differences(), compared.openIntents(), List.of());
    }
  }

  private Proposal seen(Site site, Deadline deadline, String problem) {
    try (AccountJournal journal = AccountJournal.enter(site, deadline)) {
      StableRead.Look look = look(site, deadline, source.exchange().serverTime());
      Ledger ledger = journal.required();
      List<Difference> modes = modes(look.actual(), ledger);
      return new Proposal(site.uid(), look.actual(), modes, ledger.openIntents(), List.of(problem));
    }
  }

  /// These are known without counting, and adopted with the rest.
  private List<Difference> modes(Actual actual, Ledger ledger) {
    Demands demands =
        new Demands(
            source.policy(),
            ledger.openIntents(),
            ledger.latest().pinned(),
            Ours.NOTHING,
            Map.of(),
            Map.of());
    return new SettingDifferences(actual, demands).pinned();
  }

  private StableRead.Look look(Site site, Deadline deadline, Instant since) {
    StableRead.Look look = new StableRead(source.exchange(), site.uid(), deadline).read(since);
    if (!look.still()) {
      throw new Unstable("the account does not stand still");
    }
    return look;
  }

  /// Writes the books anew, when the account is still as that person saw it.
  ///
  /// @param reason in the words of that person
  /// @param by the person's name on this machine
  /// @return what is on record now
  /// @throws Fault BUSY when the account changed since or a reconciliation is under way, UNKNOWN
  ///   while there are writes of unknown fate, else as above
  public Event.Books adopt(Proposal proposal, String reason, String by, Duration maxTime) {
    Deadline deadline = Deadline.in(maxTime, source.time());
    Site site = new Site(source, proposal.uid());
    try (AccountLock _ = site.only();
        AccountJournal journal = AccountJournal.enter(site, deadline)) {
      Ledger ledger = journal.required();
      requireSettled(ledger);
      StableRead.Look look = look(site, deadline, source.exchange().serverTime());
      Books none = Books.opening(look.actual().at());
      Ours ours = Intents.since(site.journal(), none, ledger.records()).now();
      Books books = Books.taken(look.actual(), look.history(), ours);
      if (!books.sameAs(Books.taken(proposal.actual(), look.history(), ours))) {
        throw new Fault(
            ExitCode.BUSY,
            "the account changed while you looked at it; nothing was adopted",
            "halt trading if it is busy (okx guard halt), then look again: okx reconcile adopt");
      }
      Event.Books event = books.seenAt(journal.head()).event("adopted", reason + " (" + by + ")");
      // The books first: a crash between them must not leave the modes adopted alone.
      List<Event> events = new ArrayList<>(List.of(event));
      events.addAll(pin(ledger.latest(), look.actual().config()));
      events.add(new Event.Note(TOPIC, "what we asked for before explains no later change"));
      journal.record(events).ifPresent(Adoption::refuse);
      new LastTold(site.told(Report.Mode.JOURNAL)).over();
      return event;
    }
  }

  /// The modes that the account is meant to have, where they are others than before.
  private static List<Event> pin(Latest latest, AccountConfig config) {
    Event.Pinned now = new Event.Pinned(config.posMode().word(), config.acctLv().code());
    return latest.pinned().filter(before -> !before.equals(now)).isPresent()
        ? List.of(now)
        : List.of();
  }

  private static void refuse(Fault fault) {
    throw fault;
  }

  private static void requireSettled(Ledger ledger) {
    List<OpenIntent> open = ledger.openIntents();
    if (!open.isEmpty()) {
      throw new Fault(
          ExitCode.UNKNOWN,
          open.size()
              + " earlier writes have an unknown outcome, the first is "
              + open.getFirst().intent().intentId()
              + "; what they come to is not part of the account as you saw it",
          "ask what became of them first: okx order resolve");
    }
  }
}
