package dev.okxguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Palette;
import dev.okxguard.console.Report;
import dev.okxguard.guard.Denial;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.testing.SampleSession;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.Ticket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// How each outcome is told, and the exit code scripts decide by.
class OutcomeReportTest {
  private static final String ERROR_TEXT = "All operations failed";

  private final Session session = SampleSession.unheard();

  private static Ticket ticket() {
    var body = Json.object();
    body.put("instId", "BTC-USDT").put("side", "buy").put("sz", "3");
    return new Ticket("77", "okgd1", "okgd1", body, Optional.empty(), List.of());
  }

  private static ExchangeError error(ExchangeError.Kind kind) {
    return new ExchangeError("51008", ERROR_TEXT, kind, "not enough funds", "fund it", 200, "t");
  }

  private static Outcome.NotSent notSent(Optional<ExchangeError> error) {
    return new Outcome.NotSent(ticket(), "the port was closed", error);
  }

  private void assertTold(Outcome outcome, int exitCode, String word, String text) {
    Report report = OutcomeReport.of(outcome, session);
    Page page = new Page(new Palette(false));
    report.text().accept(page);
    assertThat(report.exitCode().number()).isEqualTo(exitCode);
    assertThat(report.json().path("outcome").asString()).isEqualTo(word);
    assertThat(report.json().path("uid").asString()).isEqualTo("77");
    assertThat(String.join("\n", page.lines())).contains(text).contains("3 BTC-USDT");
  }

  @Test
  void eachOutcomeHasItsWordAndItsExitCode() {
    assertTold(new Outcome.Allowed(ticket()), 0, "allowed", "allowed");
    assertTold(
        new Outcome.Accepted(ticket(), "9", Optional.empty(), false, ""), 0, "accepted", "9");
    assertTold(new Outcome.Halted(ticket(), "news"), 11, "halted", "news");
    assertTold(notSent(Optional.empty()), 7, "not_sent", "the port was closed");
    assertTold(
        new Outcome.Unknown(ticket(), "no answer", Optional.empty()),
        8,
        "unknown",
        "do NOT repeat");
    Denial denial = new Denial("max_order_size", "MAX_ORDER_SIZE", "1", "3", "too much");
    assertTold(new Outcome.Denied(ticket(), List.of(denial), false), 6, "denied", "too much");
    assertTold(new Outcome.Denied(ticket(), List.of(denial), true), 8, "denied", "fate");
  }

  @ParameterizedTest
  @EnumSource(ExchangeError.Kind.class)
  void aRefusalExitsByWhatTheExchangeMeant(ExchangeError.Kind kind) {
    int code = kind == ExchangeError.Kind.AUTH ? 4 : 5;
    assertTold(new Outcome.Rejected(ticket(), error(kind), false), code, "rejected", ERROR_TEXT);
  }

  @Test
  void beingToldToSlowDownIsBusy() {
    assertTold(
        notSent(Optional.of(error(ExchangeError.Kind.BUSY))), 10, "not_sent", "repeat later");
  }

  @Test
  void theExchangesOwnWordsAreInTheDocument() {
    Outcome outcome = new Outcome.Rejected(ticket(), error(ExchangeError.Kind.REJECTED), false);
    JsonNode exchange = OutcomeReport.of(outcome, session).json().path("exchange");
    assertThat(exchange.path("code").asString()).isEqualTo("51008");
    assertThat(exchange.path("sCode").asString()).isEqualTo("51008");
    assertThat(exchange.path("message").asString()).isEqualTo(ERROR_TEXT);
    assertThat(exchange.path("httpStatus").asInt(0)).isEqualTo(200);
  }

  @Test
  void nothingThatMayExistIsCalledRepeatable() {
    JsonNode unknown =
        OutcomeReport.of(new Outcome.Unknown(ticket(), "no answer", Optional.empty()), session)
            .json();
    assertThat(unknown.path("next").asString()).doesNotContain("may be repeated");
    assertThat(unknown.path("reason").asString()).isEqualTo("no answer");
  }
}
