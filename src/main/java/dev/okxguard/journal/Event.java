package dev.okxguard.journal;

import dev.okxguard.model.Fill;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What can be written into the journal. Decisions and intents go in before the act, outcomes
/// after.
public sealed interface Event {

  /// The word stored as the record's `type`.
  String type();

  /// Something is about to be sent. Open until an [Outcome] with the same `intentId`.
  ///
  /// @param intentId unique, made by us
  /// @param key the caller's own `--intent-id`, kept for good
  /// @param digest SHA-256 (hex) of the caller's content, to tell a retry from a different order
  /// @param action `place`, `cancel`, `set-leverage`, …
  /// @param clOrdId for orders, else ""
  /// @param entry whether it may add exposure, rather than only reduce it
  /// @param request the body as it will be sent
  /// @param notionalUsd value in USD, where the action has one
  /// @param expiry the exchange drops the request after this, by its clock: it has expired, or its
  ///   signature is too old; empty when that clock could not be read
  /// @param policy digest of the effective policy
  record Intent(
      String intentId,
      Optional<String> key,
      String digest,
      String action,
      String instType,
      String instId,
      String clOrdId,
      boolean entry,
      ObjectNode request,
      Optional<BigDecimal> notionalUsd,
      Optional<Instant> expiry,
      String policy)
      implements Event {
    @Override
    public String type() {
      return "intent";
    }
  }

  /// The last word on an intent so far. `unknown` leaves the intent open; every other word closes
  /// it.
  ///
  /// @param outcome `accepted`, `rejected`, `not_sent` or `unknown`
  /// @param ordId "" when there is no order
  /// @param state the order's state when last read, "" when not read
  /// @param accFillSz filled so far, empty when not read
  /// @param avgPx average fill price, empty when not read or nothing filled
  /// @param code OKX's code when it refused, else ""
  /// @param message why, in words, without secrets
  record Outcome(
      String intentId,
      String clOrdId,
      String outcome,
      String ordId,
      String state,
      Optional<BigDecimal> accFillSz,
      Optional<BigDecimal> avgPx,
      String code,
      String message)
      implements Event {
    @Override
    public String type() {
      return "outcome";
    }

    /// Whether this settles the intent.
    public boolean settles() {
      return !outcome.equals("unknown");
    }
  }

  /// The guard refused; nothing was sent.
  ///
  /// @param draft the order as asked for
  /// @param denials one text a denial, `CODE: message`
  record Denied(
      Optional<String> key,
      String action,
      String instId,
      ObjectNode draft,
      List<String> denials,
      String policy)
      implements Event {
    public Denied {
      denials = List.copyOf(denials);
    }

    @Override
    public String type() {
      return "denied";
    }
  }

  /// Trading was stopped, wholly or in part, until a person resumes.
  sealed interface Stopped extends Event {
    /// Why.
    String reason();

    /// Who or what.
    String by();
  }

  /// Trading was halted.
  ///
  /// @param by who or what, for example `user` or `gateway`
  record Halted(String reason, String by) implements Stopped {
    @Override
    public String type() {
      return "halted";
    }
  }

  /// Trading was narrowed to exits.
  ///
  /// @param by who or what
  record Reducing(String reason, String by) implements Stopped {
    @Override
    public String type() {
      return "reducing";
    }
  }

  /// A person let trading go on. What tripped is measured anew from here.
  ///
  /// @param reason in that person's words
  /// @param by the user's name on this machine
  record Resumed(String reason, String by) implements Event {
    @Override
    public String type() {
      return "resumed";
    }
  }

  /// A breaker tripped; trading was halted for it.
  ///
  /// @param at by the exchange's clock
  /// @param breaker its policy key, for example `max_drawdown`
  record Tripped(Instant at, String breaker, String reason) implements Event {
    @Override
    public String type() {
      return "tripped";
    }
  }

  /// What losses are measured against, in USD, as it was at that time; transfers up to then are
  /// counted in.
  ///
  /// @param at by the exchange's clock
  /// @param equity of the account then
  /// @param dayStart equity at the first look of `at`'s UTC day
  /// @param highWater the highest equity seen
  /// @param lastBill id of the newest bill counted in, "" when there was none
  record Marks(
      Instant at, BigDecimal equity, BigDecimal dayStart, BigDecimal highWater, String lastBill)
      implements Event {
    @Override
    public String type() {
      return "marks";
    }
  }

  /// What the breakers counted, so that a busy account's history need not be read again.
  ///
  /// @param at what happened up to then is counted in, by the exchange's clock
  /// @param content as `trade` writes and reads it
  record Tally(Instant at, ObjectNode content) implements Event {
    @Override
    public String type() {
      return "tally";
    }
  }

  /// A person moved the account to that stage.
  ///
  /// @param at by the exchange's clock
  /// @param stage `demo`, `observe`, `probation` or `full`
  /// @param evidence what it was granted on, in words
  record Promoted(Instant at, String stage, String evidence, String reason) implements Event {
    @Override
    public String type() {
      return "promoted";
    }
  }

  /// A key that may do more than read was in use while the account was only to be watched.
  ///
  /// @param at by the exchange's clock
  /// @param perm what it may, in OKX's words
  record TradingKey(Instant at, String perm) implements Event {
    @Override
    public String type() {
      return "trading-key";
    }
  }

  /// The account's modes as they are meant to be; entries stop when they change by another hand.
  ///
  /// @param posMode,acctLv as OKX writes them
  record Pinned(String posMode, String acctLv) implements Event {
    @Override
    public String type() {
      return "pinned";
    }
  }

  /// Fills that were read from the exchange and counted in, for the record.
  record Filled(List<Fill> fills) implements Event {
    public Filled {
      fills = List.copyOf(fills);
    }

    @Override
    public String type() {
      return "fills";
    }
  }

  /// What the account should hold by now: the baseline with everything counted in since.
  ///
  /// @param at what happened up to then is counted in, by the exchange's clock
  /// @param origin `first`, `counted` or `adopted`
  /// @param reason in the words of the person who adopted it, else ""
  /// @param content as `reconcile` writes and reads it
  record Books(Instant at, String origin, String reason, ObjectNode content) implements Event {
    @Override
    public String type() {
      return "books";
    }
  }

  /// Expected by these books and actual were compared, with a verdict.
  ///
  /// @param at by the exchange's clock
  /// @param outcome `clean` or `drift`
  /// @param digest of the differences, to tell a known drift from a new one; "" when clean
  record Reconciled(Instant at, String outcome, String digest) implements Event {
    @Override
    public String type() {
      return "reconciled";
    }
  }

  /// Anything else worth keeping: a repaired tail, a new policy, a failed verification.
  record Note(String topic, String text) implements Event {
    @Override
    public String type() {
      return "note";
    }
  }
}
