package dev.okxguard.trade;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What became of every leg that was open; none when nothing was.
public record ClosedLegs(String uid, List<Outcome> legs) {
  public ClosedLegs {
    legs = List.copyOf(legs);
  }

  /// Does the same for each leg. A leg that nothing can be sent for keeps no other from going.
  static ClosedLegs of(
      Desk desk, String uid, boolean autoCxl, Function<CloseRequest, Outcome> each) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Position leg : desk.exchange().positions()) {
      CloseRequest request = CloseRequest.whole(leg, autoCxl);
      try {
        outcomes.add(told(desk, leg, each.apply(request)));
      } catch (Fault fault) {
        if (fault.exitCode() == ExitCode.INTERRUPTED) {
          throw fault;
        }
        outcomes.add(notSent(desk, uid, leg, fault));
      }
    }
    return new ClosedLegs(uid, outcomes);
  }

  /// A leg that is gone by the time its turn comes needed nothing.
  private static Outcome told(Desk desk, Position leg, Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected && rejected.foreseen()) {
      String why = rejected.error().message();
      desk.progress().accept(Leg.of(leg).text() + ": " + why);
      return new Outcome.Accepted(rejected.ticket(), "", Optional.empty(), false, why);
    }
    return outcome;
  }

  /// A fault comes before anything is sent.
  private static Outcome notSent(Desk desk, String uid, Position leg, Fault fault) {
    desk.progress().accept(Leg.of(leg).text() + ": " + fault.getMessage());
    ObjectNode about = JsonNodeFactory.instance.objectNode();
    about.put("instId", leg.instId());
    about.put("mgnMode", leg.mgnMode().word());
    about.put("posSide", leg.posSide().word());
    return new Outcome.NotSent(Ticket.bare(uid, about), fault.getMessage(), fault.exchange());
  }
}
