package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.Position;
import dev.okxguard.model.Span;
import dev.okxguard.testing.Answers;
import dev.okxguard.testing.ManualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A look at the account counts as one moment only when nothing moved while it was taken.
class StableReadTest {
  private static final Instant NOW = Samples.START;
  private static final Position LEG = Samples.position(Samples.net(Samples.SWAP), "2", "3");
  private static final Balance CASH = balance(Samples.cash("USDT", "100", ""));

  private final ManualTime time = new ManualTime(NOW);
  private final Deque<List<Position>> positions = new ArrayDeque<>(List.of(List.of(LEG)));
  private final Deque<Balance> balances = new ArrayDeque<>(List.of(CASH));
  private List<Fill> fills = List.of();
  private List<Bill> bills = List.of();

  private final Answers answers =
      new Answers()
          .to("serverTime", _ -> NOW)
          .to("positions", _ -> next(positions))
          .to("balance", _ -> next(balances))
          .to("pendingOrders", _ -> List.of())
          .to("pendingAlgos", _ -> List.of())
          .to("config", _ -> Samples.config(PosMode.NET))
          .to("fills", _ -> fills)
          .to("bills", _ -> bills);

  /// What comes after the last is the same.
  private static synchronized <T> T next(Deque<T> answers) {
    return answers.size() > 1 ? answers.poll() : answers.peek();
  }

  private static Balance balance(Balance.Currency... currencies) {
    return new Balance(BigDecimal.TEN, List.of(currencies));
  }

  private StableRead reader(Duration within, String uid) {
    return new StableRead(answers.exchange(), uid, Deadline.in(within, time));
  }

  private StableRead.Look look() {
    return reader(Duration.ofMinutes(1), "7").read(NOW.minusSeconds(60));
  }

  private static Position changed(String pos, Instant updated) {
    Position same = Samples.position(Samples.net(Samples.SWAP), pos, "3");
    return new Position(
        same.instType(),
        same.instId(),
        same.mgnMode(),
        same.posSide(),
        same.pos(),
        same.avgPx(),
        same.markPx(),
        same.notionalUsd(),
        same.lever(),
        same.upl(),
        same.ccy(),
        same.posId(),
        updated);
  }

  @Test
  void whereNothingMovedTheLookIsOfOneMoment() {
    positions.add(List.of(changed("2.0", LEG.updated())));
    balances.add(balance(Samples.cash("USDT", "100.00", ""), Samples.cash("BTC", "0", "")));
    StableRead.Look look = look();
    assertThat(look.still()).isTrue();
    assertThat(look.actual().at()).isEqualTo(NOW);
    assertThat(look.actual().positions()).containsExactly(LEG);
    assertThat(look.actual().balance()).isEqualTo(CASH);
    assertThat(look.history().span()).isEqualTo(new Span(NOW.minusSeconds(60), NOW));
  }

  @Test
  void aLegThatChangedIsSeenAlsoWhenItIsAsLargeAsBefore() {
    positions.add(List.of(changed("3", LEG.updated())));
    assertThat(look().still()).isFalse();
    positions.clear();
    positions.addAll(List.of(List.of(LEG), List.of(changed("2", LEG.updated().plusMillis(1)))));
    assertThat(look().still()).isFalse();
    positions.clear();
    positions.addAll(List.of(List.of(LEG), List.of()));
    assertThat(look().still()).isFalse();
  }

  @Test
  void cashThatChangedIsSeen() {
    balances.add(balance(Samples.cash("USDT", "99", "")));
    assertThat(look().still()).isFalse();
    balances.clear();
    balances.addAll(
        List.of(CASH, balance(Samples.cash("USDT", "100", ""), Samples.cash("BTC", "1", ""))));
    assertThat(look().still()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"-501, true", "-500, false", "0, false", "400, false"})
  void whatHappenedWithinTheClocksDoubtIsAMovement(int millis, boolean still) {
    Instant when = NOW.plusMillis(millis);
    fills = List.of(Samples.fillOf(InstType.SPOT, Samples.PAIR, when));
    assertThat(look().still()).isEqualTo(still);
    fills = List.of();
    bills =
        List.of(
            new Bill(
                "1",
                "1",
                "",
                "USDT",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "",
                "",
                "",
                "",
                Optional.empty(),
                when));
    assertThat(look().still()).isEqualTo(still);
  }

  @ParameterizedTest
  @CsvSource({"pendingOrders", "pendingAlgos"})
  void oneEmptyAnswerIsNoProofThatNothingWaits(String list) {
    Deque<List<Object>> lists = new ArrayDeque<>(List.of(List.of(), List.of("one")));
    answers.to(list, _ -> next(lists));
    assertThat(look().still()).isFalse();
  }

  @Test
  void ordersThatWaitAreReadOnceSinceTheyComeAndGo() {
    Deque<List<Object>> lists = new ArrayDeque<>(List.of(List.of("one"), List.of(), List.of()));
    answers.to("pendingOrders", _ -> next(lists));
    assertThat(look().still()).isTrue();
    assertThat(lists).hasSize(2);
  }

  @Test
  void booksThatAreAheadOfTheExchangeAreReadFromNow() {
    StableRead.Look look = reader(Duration.ofMinutes(1), "7").read(NOW.plusSeconds(60));
    assertThat(look.history().span()).isEqualTo(new Span(NOW, NOW));
  }

  @Test
  void theAccountOfAnotherIsNotLookedAt() {
    assertThatThrownBy(() -> reader(Duration.ofMinutes(1), "8").read(NOW))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG))
        .hasMessageContaining("belongs to account 7 now, not to 8");
  }

  @Test
  void whatCannotBeReadIsNamedAllOfIt() {
    answers.to("positions", _ -> fails()).to("config", _ -> fails());
    assertThat(catchThrowableOfType(Unread.class, this::look).problems())
        .containsExactlyInAnyOrder("positions: no answer", "account config: no answer");
  }

  @Test
  void norTheSecondTime() {
    answers.to("fills", _ -> fails()).to("bills", _ -> fails());
    assertThat(catchThrowableOfType(Unread.class, this::look).problems())
        .containsExactlyInAnyOrder("fills: no answer", "bills: no answer");
  }

  private static Object fails() {
    throw new Fault(ExitCode.UNREACHABLE, "no answer", "");
  }

  @Test
  void withoutTimeForALookNoneIsTaken() {
    assertThatThrownBy(() -> reader(Duration.ZERO, "7").read(NOW))
        .isInstanceOf(Unread.class)
        .hasMessage("time was up before the account was read");
    assertThat(answers.asked("positions")).isEmpty();
  }

  @Test
  void norIsOneOfTwoReadsTakenForBoth() {
    answers.to(
        "serverTime",
        _ -> {
          time.advance(Duration.ofMillis(1));
          return NOW;
        });
    answers.to(
        "config",
        _ -> {
          time.advance(Duration.ofHours(1));
          return Samples.config(PosMode.NET);
        });
    assertThatThrownBy(this::look)
        .isInstanceOf(Unread.class)
        .hasMessageMatching("time was up .*|.*: no answer before time was up");
    assertThat(answers.asked("fills")).isEmpty();
  }
}
