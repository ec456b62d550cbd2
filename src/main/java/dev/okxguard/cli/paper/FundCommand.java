package dev.okxguard.cli.paper;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.model.Decimals;
import dev.okxguard.paper.PaperAdmin;
import java.math.BigDecimal;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Adds play money, or takes it away.
@Reach(Reach.Kind.PAPER_CHANGE)
@Command(
    name = "fund",
    description = "add to the paper account, or take from it, as a transfer does",
    footer = {"okx paper fund USDT 5000", "okx paper fund BTC 0.5", "okx paper fund USDT 50 --out"})
final class FundCommand extends BaseCommand {
  @Parameters(index = "0", paramLabel = "CCY", description = "currency, for example USDT")
  private String ccy;

  @Parameters(index = "1", paramLabel = "AMOUNT", description = "how much")
  private BigDecimal amount;

  @Option(names = "--out", description = "take it out of the account")
  private boolean out;

  @Override
  protected Report run(Session session) {
    session.mustBeWritable();
    String currency = ccy.toUpperCase(Locale.ROOT);
    try (PaperAdmin admin = new PaperAdmin(session.paperHome(), session.time())) {
      if (out) {
        admin.take(currency, amount);
      } else {
        admin.fund(currency, amount);
      }
      BigDecimal now = admin.status().balances().getOrDefault(currency, BigDecimal.ZERO);
      ObjectNode json = Document.of("paper", session.profile(), admin.status().uid());
      json.put("ccy", currency);
      json.put(out ? "taken" : "added", Decimals.text(amount));
      json.put("balance", Decimals.text(now));
      return Report.of(
          json,
          page ->
              page.line(
                  (out ? "Took " : "Added ")
                      + Decimals.text(amount)
                      + " "
                      + currency
                      + "; the paper account has "
                      + Decimals.text(now)
                      + " "
                      + currency));
    }
  }
}
