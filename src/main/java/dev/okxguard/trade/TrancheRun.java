package dev.okxguard.trade;

import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// What became of the parts of an order, one after the other.
///
/// @param outcomes of the parts that were tried, the last of which may be the one that stopped it
/// @param fault what stopped it instead of an outcome
/// @param interrupted whether it was asked to stop while it waited; nothing was under way then
public record TrancheRun(List<Outcome> outcomes, Optional<Fault> fault, boolean interrupted) {

  public TrancheRun {
    outcomes = List.copyOf(outcomes);
  }

  /// Places each part at most once, in order, and stops at the first that is not accepted. Waits
  /// after each one that was really sent, not after those of an earlier run.
  ///
  /// @param gateway asked for anew before each part, so that each meets the limits of its moment
  /// @param told the number of a part, from 1, and its outcome
  public static TrancheRun of(
      List<PlaceRequest> parts,
      Supplier<Gateway> gateway,
      Wait wait,
      BiConsumer<Integer, Outcome> told) {
    List<Outcome> outcomes = new ArrayList<>();
    try {
      for (PlaceRequest part : parts) {
        if (!outcomes.isEmpty() && sentNow(outcomes.getLast())) {
          wait.time().pause(wait.length());
        }
        Outcome outcome = gateway.get().place(part);
        outcomes.add(outcome);
        told.accept(outcomes.size(), outcome);
        if (!(outcome instanceof Outcome.Accepted)) {
          break;
        }
      }
      return new TrancheRun(outcomes, Optional.empty(), false);
    } catch (Fault fault) {
      if (outcomes.isEmpty()) {
        throw fault;
      }
      return new TrancheRun(outcomes, Optional.of(fault), false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TrancheRun(outcomes, Optional.empty(), true);
    }
  }

  /// How long to wait between two parts.
  public record Wait(Time time, Duration length) {}

  private static boolean sentNow(Outcome outcome) {
    return outcome instanceof Outcome.Accepted accepted && !accepted.replayed();
  }
}
