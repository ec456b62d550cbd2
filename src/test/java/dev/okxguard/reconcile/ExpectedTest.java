package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Balance;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.Span;
import dev.okxguard.testing.Altered;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the account should be set to: by the pin, else as we asked, else as it was known.
class ExpectedTest {
  private static final Leg LEG = Samples.net(Samples.SWAP);
  private static final Books KNOWN =
      Books.taken(
          actual(PosMode.NET, "3"),
          new History(new Span(Samples.START, Samples.START), List.of(), List.of(), Map.of()),
          Ours.NOTHING);
  private static final Books NONE = Books.opening(Samples.START);

  private static Actual actual(PosMode mode, String lever) {
    return new Actual(
        Samples.START,
        Samples.config(mode),
        new Balance(BigDecimal.TEN, List.of()),
        List.of(Samples.position(LEG, "2", lever)),
        List.of(),
        List.of());
  }

  private static Expected expected(Books books, Ours ours, Optional<Event.Pinned> pin) {
    return new Expected(books, Altered.of(Samples.demands(ours), "pins", pin));
  }

  private static Expected expected(Books books) {
    return expected(books, Ours.NOTHING, Optional.empty());
  }

  @Test
  void leverageIsAsItWasKnownUnlessWeAskedForAnother() {
    Ours asked =
        Ours.of(
            List.of(
                Samples.intent(
                    "set-leverage", "instId", Samples.SWAP, "lever", "5", "mgnMode", "cross")));
    BigDecimal five = BigDecimal.valueOf(5);
    assertThat(expected(KNOWN).lever(LEG, five).orElseThrow()).isEqualByComparingTo("3");
    assertThat(expected(KNOWN, asked, Optional.empty()).lever(LEG, five)).contains(five);
    assertThat(expected(KNOWN).lever(Samples.net(Samples.COIN_SWAP), five)).isEmpty();
    assertThat(expected(NONE).lever(LEG, five)).isEmpty();
  }

  @Test
  void theModeIsByThePinElseAsAskedElseAsKnownElseAsItIs() {
    Settings is = Settings.of(actual(PosMode.LONG_SHORT, "3"));
    Ours asked =
        Ours.of(List.of(Samples.intent("set-position-mode", "posMode", "long_short_mode")));
    Optional<Event.Pinned> pin = Optional.of(new Event.Pinned("pinned_mode", "9"));
    assertThat(expected(KNOWN, asked, pin).posMode(is)).isEqualTo("pinned_mode");
    assertThat(expected(KNOWN, asked, Optional.empty()).posMode(is)).isEqualTo("long_short_mode");
    assertThat(expected(KNOWN).posMode(is)).isEqualTo("net_mode");
    assertThat(expected(NONE).posMode(is)).isEqualTo("long_short_mode");
  }

  @Test
  void theLevelIsByThePinElseAsKnownElseAsItIs() {
    Settings is = Altered.of(Settings.of(actual(PosMode.NET, "3")), "acctLv", "4");
    Optional<Event.Pinned> pin = Optional.of(new Event.Pinned("net_mode", "9"));
    assertThat(expected(KNOWN, Ours.NOTHING, pin).acctLv(is)).isEqualTo("9");
    assertThat(expected(KNOWN).acctLv(is)).isEqualTo("2");
    assertThat(expected(NONE).acctLv(is)).isEqualTo("4");
  }

  @Test
  void whatIsExpectedNextIsWhatWasExpectedAndWhatIsNew() {
    Settings next = expected(KNOWN).settings(actual(PosMode.LONG_SHORT, "5"));
    assertThat(next.posMode()).isEqualTo("net_mode");
    assertThat(next.levers().get(LEG)).isEqualByComparingTo("3");
    Settings first = expected(NONE).settings(actual(PosMode.LONG_SHORT, "5"));
    assertThat(first.posMode()).isEqualTo("long_short_mode");
    assertThat(first.levers().get(LEG)).isEqualByComparingTo("5");
    assertThat(first.perm()).isEqualTo(next.perm());
  }
}
