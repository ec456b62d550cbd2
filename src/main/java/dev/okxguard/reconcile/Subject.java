package dev.okxguard.reconcile;

import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import java.util.Comparator;
import java.util.Optional;

/// What something is about; each part is "" where it does not apply.
///
/// @param mgnMode,posSide of a leg, in OKX's words
/// @param id of an order, an algo order or an intent
public record Subject(String instId, String mgnMode, String posSide, String ccy, String id)
    implements Comparable<Subject> {
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::instId)
          .thenComparing(Subject::mgnMode)
          .thenComparing(Subject::posSide)
          .thenComparing(Subject::ccy)
          .thenComparing(Subject::id);

  /// The account as a whole.
  public static final Subject ACCOUNT = new Subject("", "", "", "", "");

  /// Cash of a currency.
  static Subject cash(String ccy) {
    return new Subject("", "", "", ccy, "");
  }

  /// A leg of a position.
  static Subject leg(Leg leg) {
    return new Subject(leg.instId(), leg.mgnMode().word(), leg.posSide().word(), leg.ccy(), "");
  }

  /// An order or algo order on a leg.
  static Subject order(Leg leg, String id) {
    return new Subject(leg.instId(), leg.mgnMode().word(), leg.posSide().word(), leg.ccy(), id);
  }

  /// The leg that an order is on.
  Subject whole() {
    return new Subject(instId, mgnMode, posSide, ccy, "");
  }

  /// The leg it is about, empty when it is about something else.
  Optional<Leg> leg() {
    if (!id.isEmpty()) {
      return Optional.empty();
    }
    return TdMode.of(mgnMode)
        .flatMap(mode -> PosSide.of(posSide).map(side -> new Leg(instId, mode, side, ccy)));
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
