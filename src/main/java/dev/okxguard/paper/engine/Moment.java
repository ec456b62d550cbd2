package dev.okxguard.paper.engine;

/// What the prices of one moment set off: resting orders fill, then stops fire, then positions
/// without margin are liquidated.
record Moment(Session session) {

  void run() {
    new Matcher(session).touch();
    settle();
  }

  /// The same without the resting orders, which see the next price.
  void settle() {
    new Stops(session).run();
    new Liquidation(session).run();
    new Stops(session).follow();
  }
}
