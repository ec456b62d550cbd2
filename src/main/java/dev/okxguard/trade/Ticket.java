package dev.okxguard.trade;

import dev.okxguard.guard.Judgement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What an outcome is about.
///
/// @param uid the account
/// @param intentId the caller's own id, else the one made here; "" when nothing was about to be
///   sent
/// @param clOrdId "" when the action has none
/// @param request the body as sent, or as it would have been
/// @param notionalUsd value in USD, where the action has one
/// @param checks the guard's measurements, empty where no rule applies
/// @param estimate what the order would be and cost, where somebody asked before placing it
public record Ticket(
    String uid,
    String intentId,
    String clOrdId,
    ObjectNode request,
    Optional<BigDecimal> notionalUsd,
    List<Judgement.Check> checks,
    Optional<Estimate> estimate) {

  public Ticket {
    checks = List.copyOf(checks);
  }

  /// A ticket without an estimate.
  public Ticket(
      String uid,
      String intentId,
      String clOrdId,
      ObjectNode request,
      Optional<BigDecimal> notionalUsd,
      List<Judgement.Check> checks) {
    this(uid, intentId, clOrdId, request, notionalUsd, checks, Optional.empty());
  }

  /// A ticket of which nothing is known yet but the account and the body.
  static Ticket bare(String uid, ObjectNode request) {
    return new Ticket(uid, "", "", request, Optional.empty(), List.of());
  }

  Ticket judged(Optional<BigDecimal> usd, List<Judgement.Check> measured) {
    return new Ticket(uid, intentId, clOrdId, request, usd, measured, estimate);
  }

  Ticket as(String newIntentId, String newClOrdId, ObjectNode newRequest) {
    return new Ticket(uid, newIntentId, newClOrdId, newRequest, notionalUsd, checks, estimate);
  }

  Ticket estimated(Optional<Estimate> figures) {
    return new Ticket(uid, intentId, clOrdId, request, notionalUsd, checks, figures);
  }
}
