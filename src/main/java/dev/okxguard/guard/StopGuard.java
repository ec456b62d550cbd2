package dev.okxguard.guard;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Guards the stops of open positions where the policy demands stops: taking protection away adds
/// risk as an entry does, whatever the verb says.
///
/// A stop is a stop-loss leg, or a trailing stop that trails from the start, on the side that
/// closes the leg. Triggers and take-profits protect nothing by this reading.
public final class StopGuard {
  private static final String RULE = "stop_required";

  private final Policy policy;
  private final Optional<List<Position>> positions;
  private final Optional<List<Algo>> pending;

  /// @param pending every waiting algo order
  public StopGuard(
      Policy policy, Optional<List<Position>> positions, Optional<List<Algo>> pending) {
    this.policy = policy;
    this.positions = positions;
    this.pending = pending;
  }

  /// Whether entries of that type need a stop-loss.
  public static boolean demands(Policy policy, InstType type) {
    return switch (policy.requireStopLoss()) {
      case NEVER -> false;
      case DERIVATIVES -> type != InstType.SPOT;
      case ALWAYS -> true;
    };
  }

  /// A cancel: denied when it leaves less of an open position covered by stops than before, looser
  /// ones not counted: one could be placed just to stand in. Once the position is flat nothing is
  /// in the way, so closing first always works.
  ///
  /// What cannot be read denies nothing here: a cancel must work when little else does.
  public List<Denial> judgeCancel(Algo gone) {
    Optional<BigDecimal> held = held(gone);
    boolean protects = stop(gone) && held.isPresent();
    if (!demands(policy, gone.instType()) || !protects || pending.isEmpty()) {
      return List.of();
    }
    BigDecimal before = cover(pending.get(), gone, held.get());
    BigDecimal after = cover(without(gone), gone, held.get());
    return after.compareTo(before) >= 0
        ? List.of()
        : List.of(
            denial(
                "LAST_STOP",
                Decimals.text(after),
                "without it stops as tight cover "
                    + Decimals.text(after)
                    + " of "
                    + Decimals.text(held.get())
                    + "; allowed once a stop at least as tight is live or the position is closed"));
  }

  /// An amendment: denied when it loosens a stop, that is moves it away, lets it fill less surely,
  /// shrinks it or takes it away. Tightening passes.
  ///
  /// Nothing is taken on trust here: unread positions count as open, and a policy that cannot be
  /// trusted as one that demands stops.
  public List<Denial> judgeAmend(Algo before, AlgoDraft after) {
    boolean demanded = demands(policy, before.instType()) || !policy.problems().isEmpty();
    boolean open = positions.isEmpty() || held(before).isPresent();
    if (!demanded || !open || !stop(before) || !before.instType().contracts()) {
      return List.of();
    }
    return looser(before, after)
        .map(what -> List.of(denial("STOP_LOOSENED", "", what + "; allowed: tightening it")))
        .orElse(List.of());
  }

  private Optional<String> looser(Algo before, AlgoDraft after) {
    BigDecimal was = before.stop().slTriggerPx().orElse(BigDecimal.ZERO);
    Optional<BigDecimal> is = after.stop().slTriggerPx();
    boolean sells = before.side() == Side.SELL;
    if (is.isEmpty()) {
      return Optional.of("it would take the stop-loss of an open position away");
    }
    if (sells ? is.get().compareTo(was) < 0 : is.get().compareTo(was) > 0) {
      return Optional.of("it would move the stop-loss of an open position away");
    }
    if (Tightness.lessSure(before.stop().slOrdPx(), after.stop().slOrdPx(), sells)) {
      return Optional.of("the stop-loss of an open position would fill less surely");
    }
    return smaller(before, after)
        ? Optional.of("the stop-loss would cover less of an open position")
        : Optional.empty();
  }

  private boolean smaller(Algo before, AlgoDraft after) {
    if (before.closesAll() || after.closesAll()) {
      return before.closesAll() && !after.closesAll();
    }
    BigDecimal was = before.sz().orElse(BigDecimal.ZERO);
    BigDecimal is = after.sz().orElse(BigDecimal.ZERO);
    Optional<BigDecimal> held = held(before);
    if (held.isEmpty() || pending.isEmpty()) {
      return is.compareTo(was) < 0;
    }
    BigDecimal others = covered(without(before), before);
    BigDecimal needed = held.get().min(others.add(was));
    return others.add(is).compareTo(needed) < 0;
  }

  /// Contracts on the leg that such an order closes; empty when there are none or nobody knows.
  private Optional<BigDecimal> held(Algo algo) {
    if (!algo.instType().contracts() || positions.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal signed =
        positions.get().stream()
            .filter(p -> LegKey.of(p).equals(LegKey.of(algo)))
            .map(Position::signed)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal closing = algo.side() == Side.SELL ? signed : signed.negate();
    return Optional.of(closing).filter(size -> size.signum() > 0);
  }

  private BigDecimal cover(List<Algo> algos, Algo like, BigDecimal held) {
    return Protection.cover(algos.stream().filter(algo -> alike(algo, like)), held);
  }

  /// Contracts that stops no looser on the same side of the same leg close, those that close all
  /// left out.
  private BigDecimal covered(List<Algo> algos, Algo like) {
    return Protection.sizes(algos.stream().filter(algo -> alike(algo, like)));
  }

  private List<Algo> without(Algo gone) {
    return pending.orElse(List.of()).stream()
        .filter(algo -> !algo.algoId().equals(gone.algoId()))
        .toList();
  }

  private boolean alike(Algo algo, Algo like) {
    boolean same = algo.algoId().equals(like.algoId());
    return (same || Protection.watches(algo))
        && algo.side() == like.side()
        && LegKey.of(algo).equals(LegKey.of(like))
        && new Tightness(mark(like)).standsIn(algo, like);
  }

  private Optional<BigDecimal> mark(Algo algo) {
    return positions.stream()
        .flatMap(List::stream)
        .filter(p -> LegKey.of(p).equals(LegKey.of(algo)))
        .flatMap(p -> p.markPx().stream())
        .findFirst();
  }

  /// How many contracts of a position no stop would close.
  ///
  /// @param pending every waiting algo order
  public static BigDecimal uncovered(Position position, List<Algo> pending) {
    return position.pos().abs().subtract(Protection.covered(position, pending));
  }

  static boolean stop(Algo algo) {
    boolean leg = algo.type() == AlgoType.CONDITIONAL || algo.type() == AlgoType.OCO;
    return algo.type() == AlgoType.MOVE_ORDER_STOP
        ? algo.activePx().isEmpty()
        : leg && algo.stop().slTriggerPx().isPresent();
  }

  private Denial denial(String code, String value, String message) {
    String limit = policy.requireStopLoss().name().toLowerCase(Locale.ROOT);
    return new Denial(RULE, code, limit, value, message);
  }
}
