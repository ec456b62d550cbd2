package dev.okxguard.trade;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Position;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What became of every leg that was open; none when nothing was.
public record ClosedLegs(String uid, List<Outcome> legs) {
  private static final int LOOKS = 3;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  public ClosedLegs {
    legs = List.copyOf(legs);
  }

  /// Does the same for each leg. A leg that nothing can be sent for keeps no other from going. One
  /// look proves neither that nothing is open nor that a leg is gone: the account is looked at
  /// again until it shows no leg but those that something was told of.
  static ClosedLegs of(
      Desk desk, String uid, boolean autoCxl, Function<CloseRequest, Outcome> each) {
    Map<Leg, Outcome> told = new LinkedHashMap<>();
    Map<Leg, Outcome> gone = new LinkedHashMap<>();
    for (int look = 1; look <= LOOKS; look++) {
      List<Position> open = open(desk, uid, look, told, gone);
      for (Position leg : open) {
        Outcome outcome = apply(desk, uid, CloseRequest.whole(leg, autoCxl), leg, each);
        boolean absent = outcome instanceof Outcome.Rejected no && no.foreseen() && look < LOOKS;
        (absent ? gone : told).put(Leg.of(leg), outcome);
      }
      if (look > 1 && open.isEmpty()) {
        break;
      }
    }
    gone.keySet().removeAll(told.keySet());
    gone.forEach((leg, outcome) -> told.put(leg, needless(desk, leg, outcome)));
    return new ClosedLegs(uid, List.copyOf(told.values()));
  }

  /// What is open and nothing was told of yet. Once something was, a look that fails takes nothing
  /// from it; a leg that may be gone or not is told as one that nothing was sent for.
  private static List<Position> open(
      Desk desk, String uid, int look, Map<Leg, Outcome> told, Map<Leg, Outcome> gone) {
    try {
      if (look > 1) {
        desk.time().pause(LOOK_AGAIN);
      }
      return desk.exchange().positions().stream()
          .filter(leg -> !told.containsKey(Leg.of(leg)))
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ExitCode.INTERRUPTED, "interrupted while closing", "");
    } catch (Fault fault) {
      if (told.isEmpty() || fault.exitCode() == ExitCode.INTERRUPTED) {
        throw fault;
      }
      desk.progress().accept("could not look whether more is open: " + fault.getMessage());
      gone.keySet().forEach(leg -> told.putIfAbsent(leg, notSent(desk, uid, leg, fault)));
      return List.of();
    }
  }

  private static Outcome apply(
      Desk desk,
      String uid,
      CloseRequest request,
      Position leg,
      Function<CloseRequest, Outcome> each) {
    try {
      return each.apply(request);
    } catch (Fault fault) {
      if (fault.exitCode() == ExitCode.INTERRUPTED) {
        throw fault;
      }
      return notSent(desk, uid, Leg.of(leg), fault);
    }
  }

  /// A leg that is gone by the time its turn comes needed nothing.
  private static Outcome needless(Desk desk, Leg leg, Outcome outcome) {
    String why = ((Outcome.Rejected) outcome).error().message();
    desk.progress().accept(leg.text() + ": " + why);
    return new Outcome.Accepted(outcome.ticket(), "", Optional.empty(), false, why);
  }

  /// A fault comes before anything is sent.
  private static Outcome notSent(Desk desk, String uid, Leg leg, Fault fault) {
    desk.progress().accept(leg.text() + ": " + fault.getMessage());
    ObjectNode about = JsonNodeFactory.instance.objectNode();
    about.put("instId", leg.instId());
    about.put("mgnMode", leg.mgnMode().word());
    about.put("posSide", leg.posSide().word());
    return new Outcome.NotSent(Ticket.bare(uid, about), fault.getMessage(), fault.exchange());
  }
}
