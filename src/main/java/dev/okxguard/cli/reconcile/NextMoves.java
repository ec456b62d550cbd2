package dev.okxguard.cli.reconcile;

import dev.okxguard.model.Environment;
import dev.okxguard.reconcile.Difference;
import dev.okxguard.reconcile.Kind;
import dev.okxguard.reconcile.Report;
import dev.okxguard.reconcile.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What whoever reads a report can do about it, a line each: reconcile itself repairs nothing.
final class NextMoves {
  private static final Set<Kind> ORDERS =
      Set.of(Kind.ORDER_MISSING, Kind.ORDER_FOREIGN, Kind.ORDER_CHANGED);

  private static final Set<Kind> STOPS =
      Set.of(Kind.STOP_MISSING, Kind.STOP_SHORT, Kind.STOP_WRONG_SIDE, Kind.STOP_STRAY);

  private static final Set<Kind> HOLDINGS =
      Set.of(Kind.POSITION, Kind.FLIPPED, Kind.GHOST, Kind.UNEXPECTED, Kind.BALANCE);

  /// What no adoption makes right, since it is no matter of what is expected.
  private static final Set<Kind> NEVER_ADOPTED;

  static {
    Set<Kind> never = EnumSet.of(Kind.INTENT_UNRESOLVED);
    never.addAll(STOPS);
    NEVER_ADOPTED = Set.copyOf(never);
  }

  private NextMoves() {}

  static List<String> after(Report report, Environment env) {
    return switch (report.outcome()) {
      case CLEAN -> List.of();
      case DRIFT -> drift(report, "okx --" + env.word() + " ");
      case INCOMPLETE -> List.of("nothing was decided: run it again");
      case UNSTABLE ->
          List.of("nothing was decided: run it again when the account stands still for a moment");
    };
  }

  private static List<String> drift(Report report, String okx) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    report.differences().stream()
        .filter(difference -> difference.severity() != Severity.INFO)
        .map(Difference::kind)
        .forEach(kinds::add);
    List<String> moves = new ArrayList<>(looks(kinds, okx));
    if (report.mode() == Report.Mode.DECLARED) {
      moves.add("then set right either the account or what declares it");
    } else if (!NEVER_ADOPTED.containsAll(kinds)) {
      moves.add("if the account is right as it is, a person says so: " + okx + "reconcile adopt");
    }
    report
        .halted()
        .ifPresent(_ -> moves.add("then a person lets trading go on: " + okx + "guard resume"));
    return moves;
  }

  private static List<String> looks(Set<Kind> kinds, String okx) {
    List<String> looks = new ArrayList<>();
    if (kinds.stream().anyMatch(HOLDINGS::contains)) {
      looks.add("look: " + okx + "account positions, " + okx + "account bills");
    }
    if (kinds.stream().anyMatch(ORDERS::contains)) {
      looks.add("look: " + okx + "order list, " + okx + "order history");
    }
    if (kinds.stream().anyMatch(STOPS::contains)) {
      looks.add(
          "protect or close the position, cancel stops without one: " + okx + "order algo list");
    }
    if (kinds.contains(Kind.INTENT_UNRESOLVED)) {
      looks.add("ask OKX what became of it: " + okx + "order resolve");
    }
    if (kinds.contains(Kind.PERMISSIONS)) {
      looks.add("look at the key in OKX's own pages; one that may withdraw is to be replaced");
    }
    return looks;
  }
}
