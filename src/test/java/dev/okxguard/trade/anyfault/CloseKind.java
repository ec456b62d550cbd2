package dev.okxguard.trade.anyfault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.CloseRequest;
import dev.okxguard.trade.CloseSize;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.SettingRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The close of one leg of five contracts, wholly or in part, under an intent id.
final class CloseKind implements Kind {
  private static final BigDecimal HELD = new BigDecimal("5");

  private final Side opened;
  private final boolean hedged;
  private final BigDecimal rest;
  private final CloseRequest request;
  private BigDecimal before = BigDecimal.ZERO;

  /// @param opened the side that opened it
  /// @param hedged in long/short mode
  /// @param size what to close
  /// @param rest what must be left then, without direction
  CloseKind(Side opened, boolean hedged, CloseSize size, String rest) {
    this.opened = opened;
    this.hedged = hedged;
    this.rest = new BigDecimal(rest);
    this.request =
        new CloseRequest(
            Orders.SWAP,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            size,
            false,
            Optional.of("k"));
  }

  private String uid = "";

  @Override
  public List<String> writes() {
    return List.of("/trade/order", "/trade/order", "/trade/close-position");
  }

  @Override
  public void stage(Stage stage) {
    uid = stage.desk().uid();
    if (hedged) {
      stage.clean(
          process -> process.gateway().set(new SettingRequest.PositionMode(PosMode.LONG_SHORT)));
    }
    PosSide leg = hedged ? (opened == Side.BUY ? PosSide.LONG : PosSide.SHORT) : PosSide.NET;
    stage.position(opened, leg, HELD.toPlainString(), "manual1");
    before = held(stage);
  }

  @Override
  public List<Outcome> run(PaperDesk.Process process) {
    return List.of(process.gateway(uid).close(request));
  }

  @Override
  public void holds(Stage stage, Outcome said, int index, boolean everSent) {
    BigDecimal now = held(stage);
    switch (said) {
      case Outcome.Accepted _ -> assertThat(now).as("left").isEqualByComparingTo(rest);
      case Outcome.NotSent _, Outcome.Rejected _, Outcome.Denied _ ->
          assertThat(now).as("left by a close that did nothing").isEqualByComparingTo(before);
      case Outcome.Unknown _, Outcome.Unsafe _ -> {}
      case Outcome.Halted _, Outcome.Allowed _ ->
          throw new AssertionError("a close ended as " + said);
    }
  }

  /// It never turns and never grows, whatever was said.
  @Override
  public void looked(Stage stage) {
    BigDecimal now = held(stage);
    assertThat(now).as("held").isBetween(rest, before);
    before = now;
  }

  /// What is held in the direction it was opened in; below zero when it turned.
  private BigDecimal held(Stage stage) {
    BigDecimal signed =
        stage.positions().stream()
            .filter(position -> position.instId().equals(Orders.SWAP))
            .map(Position::signed)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return opened == Side.BUY ? signed : signed.negate();
  }

  @Override
  public int most() {
    return 1;
  }
}
