package dev.okxguard.cli.guard;

import dev.okxguard.config.PolicyTemplate;
import dev.okxguard.console.Console;
import dev.okxguard.console.Questions;
import dev.okxguard.model.Decimals;
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
  private final Questions questions;
  private final Map<String, String> answers = new LinkedHashMap<>();

  Interview(Console console) {
    this.console = console;
    this.questions = new Questions(console);
  }

  /// The answers by policy key.
  ///
  /// @throws dev.okxguard.model.Fault INTERRUPTED when the input ends before the last answer
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
    String said =
        questions.answer(
            "Equity of the account in USD",
            Decimals.text(USUAL_EQUITY),
            answer ->
                positive(answer).isPresent()
                    ? Optional.empty()
                    : Optional.of("it must be a number above 0, such as 1000"));
    return positive(said).orElseThrow();
  }

  private static Optional<BigDecimal> positive(String said) {
    return Decimals.parse(said).filter(usd -> usd.signum() > 0);
  }

  private void ask(String key, String question, String proposal) {
    answers.put(
        key, questions.answer(question, proposal, said -> PolicyTemplate.problem(key, said)));
  }

  /// That part of the equity in whole dollars, not so little that no order fits.
  private static String share(BigDecimal equity, String part) {
    BigDecimal usd = Decimals.floorTo(equity.multiply(new BigDecimal(part)), BigDecimal.ONE);
    return Decimals.text(usd.max(LEAST_ORDER).min(HUNDRED.multiply(HUNDRED)));
  }
}
