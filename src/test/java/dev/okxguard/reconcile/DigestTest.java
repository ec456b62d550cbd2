package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {

  @Test
  void aFeeDoesNotMakeAKnownDriftANewOne() {
    assertThat(cash("100", "250")).isEqualTo(cash("100", "249.6")).isEqualTo(cash("99", "249"));
  }

  @Test
  void tenTimesTheMoneyMakesItANewOne() {
    assertThat(cash("100", "97")).isNotEqualTo(cash("100", "60"));
    assertThat(cash("100000", "99900")).isNotEqualTo(cash("100000", "98000"));
  }

  @Test
  void moneyThatCameIsAnotherDriftThanMoneyThatWent() {
    assertThat(cash("100", "105")).isNotEqualTo(cash("100", "95"));
  }

  @Test
  void anotherSizeOfAPositionIsANewOne() {
    Subject leg = Subject.leg(Samples.net(Samples.SWAP));
    assertThat(digest(Kind.POSITION, leg, "1", "2"))
        .isEqualTo(digest(Kind.POSITION, leg, "1", "2"))
        .isNotEqualTo(digest(Kind.POSITION, leg, "1", "3"));
  }

  @Test
  void aBotThatReplacesItsOrdersMakesNoNewOneButMoreOrdersOrThoseOnAnotherLegDo() {
    Leg leg = Samples.net(Samples.SWAP);
    Difference one = foreign(leg, "1", "buy 1 at 60000");
    Difference next = foreign(leg, "2", "buy 2 at 61000");
    assertThat(Digest.of(List.of(next))).isEqualTo(Digest.of(List.of(one)));
    assertThat(Digest.of(List.of(one, next))).isNotEqualTo(Digest.of(List.of(one)));
    assertThat(Digest.of(List.of(one, foreign(Samples.net(Samples.COIN_SWAP), "4", "buy 1"))))
        .isNotEqualTo(Digest.of(List.of(one)));
  }

  private static Difference foreign(Leg leg, String id, String words) {
    return new Difference(
        Kind.ORDER_FOREIGN, Severity.HALT, Subject.order(leg, id), "nothing", words, "placed");
  }

  @Test
  void whatIsMerelyGoodToKnowMakesNoDriftANewOne() {
    Subject leg = Subject.leg(Samples.net(Samples.SWAP));
    Difference drift = new Difference(Kind.POSITION, Severity.HALT, leg, "1", "2", "why");
    Difference info = new Difference(Kind.LEVERAGE, Severity.INFO, leg, "3", "5", "why");
    assertThat(Digest.of(List.of(drift, info))).isEqualTo(Digest.of(List.of(drift)));
  }

  private static String cash(String expected, String actual) {
    return digest(Kind.BALANCE, Subject.cash("USDT"), expected, actual);
  }

  private static String digest(Kind kind, Subject subject, String expected, String actual) {
    return Digest.of(
        List.of(new Difference(kind, Severity.HALT, subject, expected, actual, "whatever")));
  }
}
