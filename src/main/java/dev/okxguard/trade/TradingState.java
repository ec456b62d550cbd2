package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.ShownHalt;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Whether an account may trade, by its files and its journal, at one moment. A file is enough;
/// without one the journal's last word counts, since taking a file away resumes nothing that this
/// program stopped. A halt goes before a narrowing to exits.
///
/// @param halt,reducing the account's own files
/// @param haltOfAll,reducingOfAll the files for all accounts
/// @param here what the journal says
/// @param unmoved what the journal says where it would be had nobody moved the state directory
public record TradingState(
    ShownHalt halt,
    ShownHalt reducing,
    ShownHalt haltOfAll,
    ShownHalt reducingOfAll,
    Recorded here,
    Recorded unmoved) {

  /// What a journal says.
  ///
  /// @param halted,narrowed the last stop; empty when a person resumed since
  public record Recorded(Optional<Latest.Said> halted, Optional<Latest.Said> narrowed) {
    static Recorded of(Optional<Latest> latest) {
      return new Recorded(latest.flatMap(Latest::halted), latest.flatMap(Latest::reducing));
    }

    /// A journal that cannot be read stops nothing elsewhere.
    static Recorded at(Path journal) {
      try {
        return of(Optional.of(JournalReader.ledger(journal).latest()));
      } catch (Fault fault) {
        return of(Optional.empty());
      }
    }
  }

  /// Looks.
  ///
  /// @param latest the journal's; empty when there is no telling
  public static TradingState of(
      StateDirectory state, Environment env, String uid, Optional<Latest> latest) {
    Halt halts = new Halt(state);
    Halt narrowings = Halt.reducing(state);
    return new TradingState(
        halts.shown(env, uid),
        narrowings.shown(env, uid),
        halts.shownForAll(),
        narrowings.shownForAll(),
        Recorded.of(latest),
        unmoved(state, env, uid));
  }

  /// The same where nobody can tell which account is meant: what stops all of them.
  public static TradingState ofAll(StateDirectory state) {
    Halt halts = new Halt(state);
    Halt narrowings = Halt.reducing(state);
    return new TradingState(
        ShownHalt.none(),
        ShownHalt.none(),
        halts.shownForAll(),
        narrowings.shownForAll(),
        Recorded.of(Optional.empty()),
        Recorded.of(Optional.empty()));
  }

  private static Recorded unmoved(StateDirectory state, Environment env, String uid) {
    return state.root().equals(state.anchor())
        ? Recorded.of(Optional.empty())
        : Recorded.at(new StateDirectory(state.anchor()).journal(env, uid));
  }

  /// Why nothing may be entered or changed; empty when not halted.
  public Optional<String> whyHalted() {
    return halt.reason()
        .or(haltOfAll::reason)
        .or(() -> here.halted().map(TradingState::unresumed))
        .or(() -> unmoved.halted().map(TradingState::elsewhere));
  }

  /// Why only exits may go; empty when entries may, too.
  public Optional<String> whyReducing() {
    return reducing
        .reason()
        .or(reducingOfAll::reason)
        .or(() -> here.narrowed().map(TradingState::unresumed))
        .or(() -> unmoved.narrowed().map(TradingState::elsewhere));
  }

  /// `halted`, `reducing` or `active`.
  public String word() {
    return whyHalted().isPresent() ? "halted" : whyReducing().isPresent() ? "reducing" : "active";
  }

  /// Why it is not active; empty when it is.
  public Optional<String> why() {
    return whyHalted().or(this::whyReducing);
  }

  /// The journal's record of it, where there is one.
  public Optional<Latest.Said> recorded() {
    return whyHalted().isPresent()
        ? here.halted().or(unmoved::halted)
        : here.narrowed().or(unmoved::narrowed);
  }

  /// Since when, by the journal's record.
  public Optional<Instant> since() {
    return recorded().map(Latest.Said::time);
  }

  /// Who stopped it, by the journal's record; "" when nobody knows.
  public String by() {
    return recorded().map(it -> said(it.event()).by()).orElse("");
  }

  /// Whether the account itself was stopped, and not only all of them.
  public boolean own() {
    return halt.any() || reducing.any() || here.halted().isPresent() || here.narrowed().isPresent();
  }

  /// Whether all accounts are stopped.
  public boolean ofAll() {
    return haltOfAll.any() || reducingOfAll.any();
  }

  private static String unresumed(Latest.Said said) {
    String file = said.event() instanceof Event.Halted ? "HALT" : "REDUCING";
    return said(said.event()).reason() + " (the " + file + " file is gone, nobody resumed)";
  }

  private static String elsewhere(Latest.Said said) {
    return said(said.event()).reason()
        + " (on record where the state directory was; resume without OKX_STATE_DIR)";
  }

  private static Event.Stopped said(Event event) {
    return (Event.Stopped) event;
  }
}
