package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.OpenIntent;
import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Modes, leverage, what the key may do, and writes whose fate is not known.
final class SettingDifferences {
  private static final String WITHDRAW = "withdraw";

  private final Settings is;
  private final Demands demands;

  SettingDifferences(Actual actual, Demands demands) {
    this.is = Settings.of(actual);
    this.demands = demands;
  }

  /// Against the books.
  List<Difference> all(Books books) {
    Expected expected = new Expected(books, demands);
    List<Difference> found = modes(expected.posMode(is), expected.acctLv(is));
    is.levers()
        .forEach(
            (leg, lever) ->
                expected
                    .lever(leg, lever)
                    .filter(should -> !Decimals.same(should, lever))
                    .ifPresent(should -> found.add(lever(leg, should, lever))));
    books.settings().flatMap(known -> permissions(known.perm())).ifPresent(found::add);
    return found;
  }

  /// Against the pins alone.
  List<Difference> pinned() {
    return demands.pins().map(pin -> modes(pin.posMode(), pin.acctLv())).orElseGet(ArrayList::new);
  }

  private List<Difference> modes(String posMode, String acctLv) {
    List<Difference> found = new ArrayList<>();
    if (!posMode.equals(is.posMode())) {
      found.add(mode(Kind.POS_MODE, posMode, is.posMode()));
    }
    if (!acctLv.equals(is.acctLv())) {
      found.add(mode(Kind.ACCOUNT_LEVEL, acctLv, is.acctLv()));
    }
    return found;
  }

  private static Difference mode(Kind kind, String expected, String actual) {
    return new Difference(
        kind, Severity.HALT, Subject.ACCOUNT, expected, actual, "changed by another hand");
  }

  /// More leverage is more danger; less is not.
  private static Difference lever(Leg leg, BigDecimal should, BigDecimal lever) {
    return new Difference(
        Kind.LEVERAGE,
        lever.compareTo(should) > 0 ? Severity.HALT : Severity.WARN,
        Subject.leg(leg),
        Decimals.text(should),
        Decimals.text(lever),
        "changed by another hand");
  }

  private Optional<Difference> permissions(Set<String> known) {
    if (known.equals(is.perm())) {
      return Optional.empty();
    }
    boolean gained = is.perm().contains(WITHDRAW) && !known.contains(WITHDRAW);
    return Optional.of(
        new Difference(
            Kind.PERMISSIONS,
            gained ? Severity.HALT : Severity.WARN,
            Subject.ACCOUNT,
            String.join(",", known),
            String.join(",", is.perm()),
            gained ? "the key may move money out now" : "another key, or its rights were changed"));
  }

  /// Writes whose fate is not known.
  List<Difference> intents() {
    return demands.open().stream().map(SettingDifferences::unresolved).toList();
  }

  private static Difference unresolved(OpenIntent open) {
    Event.Intent intent = open.intent();
    return new Difference(
        Kind.INTENT_UNRESOLVED,
        Severity.HALT,
        new Subject(intent.instId(), "", "", "", intent.intentId()),
        "a known outcome",
        intent.action() + ", unknown",
        open.outcome()
            .map(Event.Outcome::message)
            .filter(message -> !message.isEmpty())
            .orElse("it may have reached the exchange"));
  }
}
