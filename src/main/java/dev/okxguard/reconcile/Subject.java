package dev.okxguard.reconcile;

/// What something is about; each part is "" where it does not apply.
///
/// @param mgnMode,posSide of a leg, in OKX's words
/// @param id of an order, an algo order or an intent
public record Subject(String instId, String mgnMode, String posSide, String ccy, String id) {
  /// Cash of a currency.
  static Subject cash(String ccy) {
    return new Subject("", "", "", ccy, "");
  }

  /// A leg of a position.
  static Subject leg(Holdings.Leg leg) {
    return new Subject(leg.instId(), leg.mgnMode().word(), leg.posSide().word(), "", "");
  }
}
