package dev.okxguard.cli.guard;

import dev.okxguard.config.PolicyTemplate;
import dev.okxguard.console.Console;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The questions behind a policy, each with a proposal that an empty answer takes.
final class Interview {
  private static final BigDecimal USUAL_EQUITY = new BigDecimal("1000");
  private static final BigDecimal LEAST_ORDER = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  private final Console console;
  private final Map<String, String> answers = new LinkedHashMap<>();

  Interview(Console console) {
    this.console = console;
  }

  /// The answers by policy key.
  ///
  /// @throws Fault INTERRUPTED when the input ends before the last answer
  Map<String, String> hold() {
    console.err().println("An empty answer takes what stands in brackets.");
    BigDecimal equity = equity();
    ask("limits.max_order_size", "Largest order in USD", share(equity, "0.02"));
    ask("limits.max_position_size", "Largest position in USD", share(equity, "0.10"));
    ask("limits.max_daily_trades", "Entries a day", "20");
    ask("breakers.max_daily_loss_ratio", "Loss a day that halts trading, of equity", "0.03");
    ask("limits.inst_types", "Instrument types (SPOT, MARGIN, SWAP, FUTURES, OPTION)", "SPOT");
    ask(
        "limits.require_stop_loss",
        "Stop-loss required (never, derivatives, always)",
        "derivatives");
    ask("alerts.webhook", "Webhook that alerts are posted to, empty for none", "");
    return answers;
  }

  /// Only for the proposals.
  private BigDecimal equity() {
    while (true) {
      String said = said("Equity of the account in USD", Decimals.text(USUAL_EQUITY));
      Optional<BigDecimal> equity = Decimals.parse(said).filter(usd -> usd.signum() > 0);
      if (equity.isPresent()) {
        return equity.get();
      }
      console.err().println("it must be a number above 0, such as 1000");
    }
  }

  private void ask(String key, String question, String proposal) {
    while (true) {
      String said = said(question, proposal);
      Optional<String> problem = PolicyTemplate.problem(key, said);
      if (problem.isEmpty()) {
        answers.put(key, said);
        return;
      }
      console.err().println(problem.get());
    }
  }

  private String said(String question, String proposal) {
    String answer =
        console
            .ask(question + " [" + proposal + "]: ")
            .orElseThrow(
                () -> new Fault(ExitCode.INTERRUPTED, "no answer; nothing was written", ""));
    return answer.isBlank() ? proposal : answer.strip();
  }

  /// That part of the equity in whole dollars, not so little that no order fits.
  private static String share(BigDecimal equity, String part) {
    BigDecimal usd = Decimals.floorTo(equity.multiply(new BigDecimal(part)), BigDecimal.ONE);
    return Decimals.text(usd.max(LEAST_ORDER).min(HUNDRED.multiply(HUNDRED)));
  }
}
