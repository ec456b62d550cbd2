package dev.okxguard.trade;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import java.util.List;
import java.util.stream.Collectors;

/// Which of the open legs is meant.
record LegChoice(CloseRequest request) {

  /// The one leg that fits the request.
  ///
  /// @throws Fault REJECTED when there is none, USAGE when several could be meant
  Position among(List<Position> positions) {
    List<Position> fitting = fitting(positions);
    return switch (fitting.size()) {
      case 0 -> throw nothing(positions);
      case 1 -> fitting.getFirst();
      default -> throw ambiguous(fitting);
    };
  }

  /// Whether none of them is meant.
  boolean none(List<Position> positions) {
    return fitting(positions).isEmpty();
  }

  private List<Position> fitting(List<Position> positions) {
    return positions.stream().filter(leg -> !leg.flat() && fits(leg)).toList();
  }

  private boolean fits(Position leg) {
    return leg.instId().equals(request.instId())
        && request.mgnMode().stream().allMatch(mode -> leg.mgnMode() == mode)
        && request.posSide().stream().allMatch(side -> leg.posSide() == side)
        && request.ccy().stream().allMatch(ccy -> leg.ccy().equals(ccy));
  }

  private Fault nothing(List<Position> positions) {
    String choices = choices(positions.stream().filter(this::sameInstrument).toList());
    if (!choices.isEmpty()) {
      return new Fault(
          ExitCode.REJECTED, "no such leg on " + request.instId(), "what is open: " + choices);
    }
    boolean spot = InstType.byForm(request.instId()) == InstType.SPOT;
    return new Fault(
        ExitCode.REJECTED,
        "nothing to close: no position on " + request.instId(),
        spot
            ? "spot has no positions; sell the holding: okx order place "
                + request.instId()
                + " --side sell --sz SIZE"
            : "see what is open: okx account positions");
  }

  private boolean sameInstrument(Position leg) {
    return !leg.flat() && leg.instId().equals(request.instId());
  }

  private Fault ambiguous(List<Position> legs) {
    return new Fault(
        ExitCode.USAGE,
        "several legs are open on " + request.instId() + "; nothing was sent",
        "say which: " + choices(legs));
  }

  private static String choices(List<Position> legs) {
    return legs.stream()
        .map(leg -> options(leg) + " (" + Decimals.text(leg.signed()) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String options(Position position) {
    Leg leg = Leg.of(position);
    String side = leg.posSide() == PosSide.NET ? "" : " --posSide " + leg.posSide().word();
    String ccy = leg.marginCcy().map(held -> " --ccy " + held).orElse("");
    return "--mgnMode " + leg.mgnMode().word() + side + ccy;
  }
}
