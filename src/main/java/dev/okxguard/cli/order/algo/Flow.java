package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.Confirmation;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.trade.AlgoPlaceRequest;
import dev.okxguard.trade.Outcome;

/// From an algo order asked for to its report.
final class Flow {
  private Flow() {}

  static Report place(Session session, AlgoPlaceRequest request, boolean dryRun) {
    if (dryRun) {
      return OutcomeReport.preview(session.gateway().checkAlgo(request), session);
    }
    session.writeEnvironment();
    if (session.asks()) {
      Outcome check = session.gateway().checkAlgo(request);
      if (!(check instanceof Outcome.Allowed)) {
        return OutcomeReport.of(check, session);
      }
      Confirmation.ask(session, OutcomeReport.preview(check, session), "Send it?");
    }
    return OutcomeReport.of(session.gateway().placeAlgo(request), session);
  }
}
